namespace Bleep.Live;

/// <summary>When a turn is over. A client may change this while a session goes on.</summary>
public sealed record TurnSettings
{
    /// <summary>From this confidence on a turn ends after <see cref="MinSilence"/>; 0 to 1.</summary>
    public double EndConfidence { get; init; } = 0.4;

    /// <summary>Silence that ends a turn whose last words sound like its end.</summary>
    public TimeSpan MinSilence { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Silence that ends any turn.</summary>
    public TimeSpan MaxSilence { get; init; } = TimeSpan.FromMilliseconds(1280);

    /// <summary>True sends every turn a second time, tidied.</summary>
    public bool FormatsTurns { get; init; }
}
