namespace Bleep.Speech;

/// <summary>What an engine gives or honours beyond plain words.</summary>
[Flags]
public enum EngineCapabilities
{
    /// <summary>Words only.</summary>
    None = 0,

    /// <summary>Each word carries its measured start and end; without this flag times are interpolated and need wider padding.</summary>
    WordTimes = 1,

    /// <summary>Each word carries a confidence that tells right words from wrong ones.</summary>
    WordConfidences = 2,

    /// <summary>Honours <see cref="RecognitionOptions.Keyterms"/>.</summary>
    Keyterms = 4,

    /// <summary>Recognises live audio.</summary>
    Streaming = 8,

    /// <summary>Tells the language by itself.</summary>
    LanguageDetection = 16,

    /// <summary>Tells speakers of one channel apart.</summary>
    Diarization = 32,

    /// <summary>Writes capitals and sentence marks.</summary>
    Punctuation = 64,
}
