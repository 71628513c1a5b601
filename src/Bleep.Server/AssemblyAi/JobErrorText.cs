using Bleep.Server.Jobs;

namespace Bleep.Server.AssemblyAi;

/// <summary>What a client reads of a failed job, in AssemblyAI's words where it has some.</summary>
internal static class JobErrorText
{
    /// <summary>What every fault of the server is answered with.</summary>
    public const string ServerFault = "Server error, developers have been alerted.";

    /// <summary>The message.</summary>
    /// <param name="failure">Why the job failed.</param>
    /// <param name="audioUrl">The recording's address, which the client knows.</param>
    public static string Of(JobFailure failure, string audioUrl) => failure.Kind switch
    {
        JobErrorKind.DownloadFailed =>
            $"Download error, unable to download {audioUrl}. Please make sure the file exists and is accessible from the internet.",
        JobErrorKind.TooLarge => "The file is larger than this server takes.",
        JobErrorKind.NoAudio => $"File does not appear to contain audio. File type is {failure.Detail}.",
        JobErrorKind.TooShort => "Audio duration is too short.",
        JobErrorKind.UnsupportedLanguage => "The speech engine does not understand the language.",
        JobErrorKind.LanguageConfidence => "The language could not be told with the certainty of `language_confidence_threshold`.",
        JobErrorKind.TooLittleSpeech => $"The share of speech is {failure.Detail}, below `speech_threshold`.",
        JobErrorKind.CustomRules => $"`redact_pii_custom`: {failure.Detail}",
        JobErrorKind.Recognition => "The speech engine failed on this recording.",
        JobErrorKind.Masking => $"The redacted media could not be made, so no result is handed out. {failure.Detail}",
        JobErrorKind.Deleted => DeletedTranscript.Text,
        _ => ServerFault,
    };
}
