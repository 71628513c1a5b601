namespace Bleep.Media;

/// <summary>
/// A media file could not be read, masked or written. The message is one line that names neither the file nor anything in it,
/// so it may be shown to anyone.
/// </summary>
public class MediaException : Exception
{
    /// <summary>Makes the error with the usual line for its kind.</summary>
    /// <param name="kind">What went wrong.</param>
    public MediaException(MediaErrorKind kind)
        : this(kind, LineFor(kind))
    {
    }

    /// <summary>Makes the error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One neutral line without content, path or tag of the file.</param>
    public MediaException(MediaErrorKind kind, string message)
        : base(message) => Kind = kind;

    /// <summary>Makes the error with its cause.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One neutral line without content, path or tag of the file.</param>
    /// <param name="innerException">The cause; its own text may hold a path and is not for the user's eyes.</param>
    public MediaException(MediaErrorKind kind, string message, Exception innerException)
        : base(message, innerException) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public MediaErrorKind Kind { get; }

    private static string LineFor(MediaErrorKind kind) => kind switch
    {
        MediaErrorKind.Unreadable => "The file cannot be read.",
        MediaErrorKind.Empty => "The file is empty.",
        MediaErrorKind.NotMedia => "This is no audio or video format that can be read.",
        MediaErrorKind.Forbidden => "The file refers to other files or addresses; these are never followed.",
        MediaErrorKind.Truncated => "The file is cut off: it ends before its own header says.",
        MediaErrorKind.Malformed => "The header of the file does not fit its sound.",
        MediaErrorKind.NoAudio => "The file has no sound.",
        MediaErrorKind.NoVideo => "The file has no picture.",
        MediaErrorKind.TooShort => "Audio duration is too short.",
        MediaErrorKind.TooLarge => "The file is larger than the limits allow.",
        MediaErrorKind.UncheckedPicture =>
            "The picture's format can hide captions that cannot be removed; ask for audio only.",
        MediaErrorKind.NoEncoder => "This format cannot be written on this machine; choose mp3 or wav.",
        MediaErrorKind.ToolTimedOut => "The media tool made no progress and was stopped.",
        MediaErrorKind.ToolMissing => "ffmpeg and ffprobe are needed; on Debian: sudo apt-get install ffmpeg",
        MediaErrorKind.NotWritable => "The output cannot be written.",
        _ => "The media tool failed on this file.",
    };
}
