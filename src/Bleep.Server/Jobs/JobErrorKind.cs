namespace Bleep.Server.Jobs;

/// <summary>Why a job ended without a result. The words a client reads are made of it by the face it came through.</summary>
public enum JobErrorKind
{
    /// <summary>The recording could not be fetched.</summary>
    DownloadFailed,

    /// <summary>The recording is larger than is fetched.</summary>
    TooLarge,

    /// <summary>What was fetched is not media, holds no sound, or is broken. The detail is its media type.</summary>
    NoAudio,

    /// <summary>There is less sound than 160 ms.</summary>
    TooShort,

    /// <summary>No engine understands the language. The detail is its code.</summary>
    UnsupportedLanguage,

    /// <summary>The language is less certain than was asked for.</summary>
    LanguageConfidence,

    /// <summary>Less of the sound is speech than was asked for. The detail is the share.</summary>
    TooLittleSpeech,

    /// <summary>The client's own patterns cannot be followed on this recording. The detail says why, without them.</summary>
    CustomRules,

    /// <summary>The speech engine failed.</summary>
    Recognition,

    /// <summary>The redacted media could not be made, so nothing is handed out. The detail says what cannot be done, without any content.</summary>
    Masking,

    /// <summary>The job was begun as often as is allowed and never came to an end.</summary>
    Abandoned,

    /// <summary>The client deleted it before it was done.</summary>
    Deleted,

    /// <summary>A fault of the server.</summary>
    Server,
}
