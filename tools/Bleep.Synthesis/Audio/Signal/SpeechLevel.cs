namespace Bleep.Synthesis.Audio.Signal;

/// <summary>How loud speech is.</summary>
internal static class SpeechLevel
{
    /// <summary>Root mean square of a stretch of samples.</summary>
    /// <param name="samples">The samples.</param>
    public static double Rms(ReadOnlySpan<short> samples)
    {
        double sum = 0;
        foreach (short sample in samples)
        {
            sum += (double)sample * sample;
        }
        return samples.Length == 0 ? 0 : Math.Sqrt(sum / samples.Length);
    }

    /// <summary>Makes samples louder or softer.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="gain">The factor.</param>
    public static short[] Scale(short[] samples, double gain) =>
        Array.ConvertAll(samples, sample => (short)Math.Clamp(Math.Round(sample * gain), short.MinValue, short.MaxValue));
}
