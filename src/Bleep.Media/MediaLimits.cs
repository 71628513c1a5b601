namespace Bleep.Media;

/// <summary>What a single media file may cost. The defaults suit a recording of several hours.</summary>
public sealed record MediaLimits
{
    /// <summary>Highest number of frames a second that is taken for true; studio equipment goes to 768 kHz.</summary>
    public const int HighestRateHz = 768_000;

    /// <summary>Highest number of channels that is taken for true.</summary>
    public const int MostChannels = 64;

    /// <summary>The defaults.</summary>
    public static MediaLimits Default { get; } = new();

    /// <summary>Largest file in bytes; 64 GiB by default.</summary>
    public long MaxBytes { get; init; } = 64L << 30;

    /// <summary>Longest sound, by its header and as decoded, whichever is longer; 48 hours by default.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Shortest sound that can be speech; 160 ms by default.</summary>
    public TimeSpan MinDuration { get; init; } = TimeSpan.FromMilliseconds(160);

    /// <summary>Longest time a child process may take without giving or taking a byte; 2 minutes by default.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest time for reading a file's header; 1 minute by default.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Address space of one child process in bytes, where the system can limit it; 4 GiB by default.</summary>
    public long ToolMemoryBytes { get; init; } = 4L << 30;

    /// <summary>Folder for the unlinked copies of streamed input; null means the system's own.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>Clock behind the time-outs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
