using Bleep.Media;
using Bleep.Pii.Custom;
using Bleep.Pipeline;
using Bleep.Speech;

namespace Bleep.Cli.Output;

/// <summary>What a user reads of a failed input, and the exit code that goes with it.</summary>
internal static class FailureText
{
    /// <summary>True for a failure that belongs to one input; anything else is a fault of the program.</summary>
    public static bool IsOfInput(Exception exception) =>
        exception is MediaException or SpeechException or RedactionException or CustomRuleException or IOException or UnauthorizedAccessException;

    public static string Of(Exception exception) => exception switch
    {
        MediaException media => $"{Sentence(media.Message)}{Advice(media.Kind)}",
        SpeechException or RedactionException or CustomRuleException => Sentence(exception.Message),
        UnauthorizedAccessException => "the outputs may not be written there; name another folder with --out",
        // The message of such an exception may name any path.
        _ => "the outputs cannot be written; check the disk, or name another folder with --out",
    };

    public static int CodeOf(Exception exception) => exception switch
    {
        MediaToolMissingException => ExitCodes.MachineLacks,
        SpeechException { IsMissingSoftware: true } => ExitCodes.MachineLacks,
        _ => ExitCodes.InputFailed,
    };

    private static string Sentence(string message) =>
        message.Length > 1 && char.IsUpper(message[0]) && char.IsLower(message[1])
            ? $"{char.ToLowerInvariant(message[0])}{message[1..].TrimEnd('.')}"
            : message.TrimEnd('.');

    private static string Advice(MediaErrorKind kind) => kind switch
    {
        MediaErrorKind.Unreadable => "; check the name and its permissions",
        MediaErrorKind.Empty or MediaErrorKind.Truncated or MediaErrorKind.Malformed => "; get a complete copy",
        MediaErrorKind.NotMedia => "; give an audio or video file",
        MediaErrorKind.Forbidden => "; give the recording itself",
        MediaErrorKind.NoAudio => "; give a recording with sound",
        MediaErrorKind.TooShort => "; give a recording of 160 ms at least",
        MediaErrorKind.UncheckedPicture => " with --format mp3",
        _ => "",
    };
}
