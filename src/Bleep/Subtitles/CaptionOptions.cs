namespace Bleep.Subtitles;

/// <summary>How long captions may be.</summary>
public sealed record CaptionOptions
{
    private readonly int _charsPerCaption = 84;

    /// <summary>Most characters of a caption, its blanks counted; default 84, at least 1. A single word may be longer, it is never split.</summary>
    public int CharsPerCaption
    {
        get => _charsPerCaption;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _charsPerCaption = value;
        }
    }

    /// <summary>Most characters of a line, as far as words allow; default 42.</summary>
    public int CharsPerLine { get; init; } = 42;

    /// <summary>Silence that always ends a caption; default 1 s.</summary>
    public TimeSpan LongPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Silence at which a caption likes to end; default 300 ms.</summary>
    public TimeSpan ShortPause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest time one caption covers, as far as words allow; default 7 s.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>Shortest time a caption is shown where the next one leaves room; default 1 s.</summary>
    public TimeSpan MinDuration { get; init; } = TimeSpan.FromSeconds(1);
}
