namespace Bleep.Subtitles;

/// <summary>How captions are written.</summary>
public enum SubtitleFormat
{
    /// <summary>SubRip, <c>.srt</c>.</summary>
    Srt,

    /// <summary>WebVTT, <c>.vtt</c>.</summary>
    Vtt,
}
