namespace Bleep.Synthesis.Audio.Signal;

/// <summary>What a telephone line leaves of a sound: 300 to 3400 Hz, 8,000 samples a second, mu-law.</summary>
internal static class TelephoneBand
{
    private const int LineRateHz = 8_000;

    /// <summary>Sends a sound through the line.</summary>
    /// <param name="sound">Sound of 16,000 samples a second.</param>
    public static Sound Send(Sound sound)
    {
        var filter = FirFilter.BandPass(300.0 / sound.SampleRateHz, 3400.0 / sound.SampleRateHz);
        int step = sound.SampleRateHz / LineRateHz;
        var channels = sound.Channels.Select(channel => filter.Apply(channel, step))
            .Select(channel => Array.ConvertAll(channel, sample => MuLaw.Decode(MuLaw.Encode(sample))));
        return new Sound(LineRateHz, [.. channels]) { IsMuLaw = true };
    }
}
