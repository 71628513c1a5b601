namespace Bleep.Synthesis.Audio.Signal;

/// <summary>A filter of finite length that delays nothing: sounds stay where they are.</summary>
internal sealed class FirFilter
{
    private readonly double[] _taps;

    private FirFilter(double[] taps) => _taps = taps;

    /// <summary>Lets low sounds pass.</summary>
    /// <param name="cutoff">The highest frequency, as a share of the sample rate; below 0.5.</param>
    /// <param name="taps">Number of coefficients, odd.</param>
    public static FirFilter LowPass(double cutoff, int taps = 127)
    {
        double[] window = new double[taps];
        int middle = taps / 2;
        for (int index = 0; index < taps; index++)
        {
            double hamming = 0.54 - 0.46 * Math.Cos(2 * Math.PI * index / (taps - 1));
            double phase = 2 * Math.PI * cutoff * (index - middle);
            window[index] = hamming * (index == middle ? 2 * cutoff : Math.Sin(phase) / (Math.PI * (index - middle)));
        }
        double sum = window.Sum();
        return new FirFilter([.. window.Select(tap => tap / sum)]);
    }

    /// <summary>Lets the sounds between two frequencies pass.</summary>
    /// <param name="low">The lower frequency, as a share of the sample rate.</param>
    /// <param name="high">The higher frequency, as a share of the sample rate.</param>
    /// <param name="taps">Number of coefficients, odd.</param>
    public static FirFilter BandPass(double low, double high, int taps = 255) =>
        new([.. LowPass(high, taps)._taps.Zip(LowPass(low, taps)._taps, (wide, narrow) => wide - narrow)]);

    /// <summary>Filters and keeps every <paramref name="step"/>th sample.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="step">1 to keep all.</param>
    public short[] Apply(short[] samples, int step = 1)
    {
        short[] filtered = new short[(samples.Length + step - 1) / step];
        int middle = _taps.Length / 2;
        for (int index = 0; index < filtered.Length; index++)
        {
            int center = index * step;
            int first = Math.Max(0, middle - center);
            int last = Math.Min(_taps.Length, samples.Length - center + middle);
            double sum = 0;
            for (int tap = first; tap < last; tap++)
            {
                sum += _taps[tap] * samples[center + tap - middle];
            }
            filtered[index] = (short)Math.Clamp(Math.Round(sum), short.MinValue, short.MaxValue);
        }
        return filtered;
    }
}
