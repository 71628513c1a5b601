namespace Bleep.Synthesis.Truth;

/// <summary>All that is known about a made recording.</summary>
/// <param name="Id">The call's name.</param>
/// <param name="Duration">Length of the recording.</param>
/// <param name="Words">All words in the order they are said.</param>
/// <param name="Pii">All private stretches; stretches of different policies may overlap.</param>
public sealed record CallTruth(string Id, TimeSpan Duration, IReadOnlyList<TruthWord> Words, IReadOnlyList<TruthInterval> Pii)
{
    /// <summary>Number of channels; 2 when each speaker has one.</summary>
    public int ChannelCount { get; init; } = 1;

    /// <summary>Samples a second of the recording.</summary>
    public int SampleRateHz { get; init; }

    /// <summary>Name of the voice of each speaker.</summary>
    public IReadOnlyDictionary<string, string> Voices { get; init; } = new Dictionary<string, string>();
}
