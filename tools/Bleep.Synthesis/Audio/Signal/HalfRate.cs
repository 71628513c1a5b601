namespace Bleep.Synthesis.Audio.Signal;

/// <summary>Halves the number of samples a second.</summary>
internal static class HalfRate
{
    private static readonly FirFilter s_filter = FirFilter.LowPass(0.235);

    /// <summary>The same sound at half the rate.</summary>
    /// <param name="samples">The samples.</param>
    public static short[] Of(short[] samples) => s_filter.Apply(samples, step: 2);
}
