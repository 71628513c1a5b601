namespace Bleep.Synthesis.Audio;

/// <summary>How a call is recorded.</summary>
public sealed record RecordingOptions
{
    /// <summary>The voices; the two clearest by default.</summary>
    public CallVoices Voices { get; init; } = CallVoices.Clear;

    /// <summary>The agent left, the caller right, instead of both in one channel.</summary>
    public bool IsStereo { get; init; }

    /// <summary>Through a telephone: 300 to 3400 Hz, 8,000 samples a second, mu-law; otherwise 16,000 samples a second.</summary>
    public bool IsTelephone { get; init; }

    /// <summary>How far noise lies below speech, in dB (20 is much noise, 40 little); no noise when null.</summary>
    public double? NoiseDb { get; init; }

    /// <summary>Shortest silence between turns; 250 ms by default.</summary>
    public TimeSpan MinPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest silence between turns; 900 ms by default.</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromMilliseconds(900);
}
