namespace Bleep.Speech.Hosting;

/// <summary>How many engine hosts run, how they are started, and how long one may be silent.</summary>
public sealed record EngineHostPoolOptions
{
    /// <summary>How a host is started; null (default) for <see cref="EngineHostCommand.Self"/>.</summary>
    public EngineHostCommand? Command { get; init; }

    /// <summary>Most hosts that work on recordings at one time, 1 or more; default one a core.</summary>
    public int MaxHosts { get; init; } = Environment.ProcessorCount;

    /// <summary>Most hosts that serve live sessions at one time, beside <see cref="MaxHosts"/>, 0 or more; default 4.</summary>
    public int MaxLiveHosts { get; init; } = 4;

    /// <summary>Longest time from starting a host until its model is loaded; default 60 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Longest time a host may take over one piece of audio, or one step of it, without any sign of life; then it counts as hung.
    /// Default 120 s: a piece has at most 30 s of sound.
    /// </summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>An idle host is stopped after this time to give its memory back; default 5 min.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
