namespace Bleep.Media;

/// <summary>ffmpeg or ffprobe was not found on the search path.</summary>
public sealed class MediaToolMissingException : MediaException
{
    /// <summary>Makes the error for one missing tool.</summary>
    /// <param name="tool">Name of the program, <c>ffmpeg</c> or <c>ffprobe</c>.</param>
    public MediaToolMissingException(string tool)
        : base(MediaErrorKind.ToolMissing, $"{tool} is not installed; on Debian or Ubuntu: sudo apt-get install ffmpeg") =>
        Tool = tool;

    /// <summary>Name of the missing program.</summary>
    public string Tool { get; }
}
