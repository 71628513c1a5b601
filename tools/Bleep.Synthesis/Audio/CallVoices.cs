using Bleep.Synthesis.Audio.Festival;
using Bleep.Synthesis.Audio.Flite;
using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Audio;

/// <summary>Who speaks a call.</summary>
/// <param name="Agent">The agent's voice.</param>
/// <param name="Caller">The caller's voice.</param>
public sealed record CallVoices(ISpeechVoice Agent, ISpeechVoice Caller)
{
    /// <summary>The two voices that recognisers understand best: a woman as the agent, a man as the caller.</summary>
    public static CallVoices Clear { get; } = new(new FestivalVoice(), new FliteVoice("rms"));

    /// <summary>Two different voices that follow from a seed, some of them slower.</summary>
    /// <param name="seed">Any number.</param>
    public static CallVoices Varied(long seed)
    {
        var random = new SeededRandom(seed).Fork("voices");
        Func<ISpeechVoice>[] all =
        [
            () => new FestivalVoice(random.Pick([1.0, 1.0, 1.1])),
            () => new FliteVoice("rms", random.Pick([0.9, 1.0, 1.15])),
            () => new FliteVoice("awb", 1.15),
            () => new FliteVoice("kal16", random.Pick([1.0, 1.15])),
        ];
        int agent = random.Next(0, all.Length - 1);
        int caller = (agent + random.Next(1, all.Length - 1)) % all.Length;
        return new CallVoices(all[agent](), all[caller]());
    }
}
