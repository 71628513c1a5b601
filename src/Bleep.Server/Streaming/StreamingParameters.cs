using Bleep.Live;
using Bleep.Pii.Policies;
using Bleep.Server.Streaming.Audio;

namespace Bleep.Server.Streaming;

/// <summary>What a client asks of a session when it connects.</summary>
internal sealed record StreamingParameters
{
    /// <summary>How it sends its sound.</summary>
    public AudioEncoding Encoding { get; init; } = AudioEncoding.PcmS16Le;

    /// <summary>Samples a second; what comes out of the decoder where the encoding says it itself.</summary>
    public required int SampleRateHz { get; init; }

    /// <summary>The language spoken.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Words and short phrases that are likely to be said.</summary>
    public IReadOnlyList<string> Keyterms { get; init; } = [];

    /// <summary>When turns are over.</summary>
    public TurnSettings Turns { get; init; } = new();

    /// <summary>True leaves of swear words only the first letter.</summary>
    public bool FiltersProfanity { get; init; }

    /// <summary>Longest silence of the client itself; null for none.</summary>
    public TimeSpan? InactivityTimeout { get; init; }

    /// <summary>What is hidden; null hides nothing.</summary>
    public PiiPolicySet? Policies { get; init; }

    /// <summary>Wire name of what stands in place of private words; null for the default.</summary>
    public string? Substitution { get; init; }

    /// <summary>What the client gets of turns that go on.</summary>
    public PartialTurns Partials { get; init; } = PartialTurns.All;

    /// <summary>Delay of the redacted sound that is sent back; null sends none.</summary>
    public TimeSpan? RedactedAudioDelay { get; init; }

    /// <summary>True masks sound with silence, false with a beep.</summary>
    public bool MasksWithSilence { get; init; }

    /// <summary>The mode asked for, for the echo.</summary>
    public string Mode { get; init; } = "balanced";

    /// <summary>True when the client asked for a call after the session.</summary>
    public bool WantsWebhook { get; init; }
}
