namespace Bleep.Media;

/// <summary>What went wrong with a media file, and on whose side.</summary>
public enum MediaErrorKind
{
    /// <summary>The file cannot be opened or read: missing, a folder, no permission.</summary>
    Unreadable,

    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>The bytes are no media format that is read here.</summary>
    NotMedia,

    /// <summary>The file is a playlist or refers to other files or addresses; these are never followed.</summary>
    Forbidden,

    /// <summary>The file ends before its own header says, or its index is missing.</summary>
    Truncated,

    /// <summary>The header says something about the sound that is not so.</summary>
    Malformed,

    /// <summary>The file has no sound track, or none with a sample in it.</summary>
    NoAudio,

    /// <summary>A video was asked for and the file has no picture.</summary>
    NoVideo,

    /// <summary>The sound is shorter than any speech.</summary>
    TooShort,

    /// <summary>The file or its sound is larger than the limits allow.</summary>
    TooLarge,

    /// <summary>The picture's codec is one whose hidden captions and user data cannot be checked or removed.</summary>
    UncheckedPicture,

    /// <summary>The output format cannot be written on this machine.</summary>
    NoEncoder,

    /// <summary>A child process ended with an error.</summary>
    ToolFailed,

    /// <summary>A child process made no progress for too long.</summary>
    ToolTimedOut,

    /// <summary>ffmpeg or ffprobe is not installed.</summary>
    ToolMissing,

    /// <summary>The output could not be written.</summary>
    NotWritable,
}
