namespace Bleep.Server.Streaming.Audio;

/// <summary>
/// Changes the rate of live sound with a windowed-sinc low-pass (Blackman window, 16 zero crossings a side), which keeps what the lower rate
/// can carry and folds nothing back. Output sample n stands for the instant n / output rate, so the sound is not shifted. Not thread-safe.
/// </summary>
internal sealed class Resampler
{
    private const int ZeroCrossings = 16;
    private const int StepsPerCrossing = 256;

    /// <summary>Share of the lower rate's band that is kept; the filter falls off above it.</summary>
    private const double Band = 0.94;

    private static readonly float[] s_kernel = MakeKernel();

    private readonly int _inputRateHz;
    private readonly int _outputRateHz;
    private readonly double _cutoff;
    private readonly int _reach;
    private readonly List<short> _kept = [];
    private long _keptFrom;
    private long _nextOutput;

    /// <param name="inputRateHz">Samples a second that come in.</param>
    /// <param name="outputRateHz">Samples a second that go out.</param>
    public Resampler(int inputRateHz, int outputRateHz)
    {
        _inputRateHz = inputRateHz;
        _outputRateHz = outputRateHz;
        _cutoff = Math.Min(1, (double)outputRateHz / inputRateHz) * Band;
        _reach = (int)Math.Ceiling(ZeroCrossings / _cutoff);
    }

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Samples at the input rate.</param>
    /// <returns>What can be computed by now, at the output rate.</returns>
    public short[] Add(ReadOnlySpan<short> samples)
    {
        if (_inputRateHz == _outputRateHz)
        {
            return samples.ToArray();
        }
        _kept.AddRange(samples);
        return Produce(_keptFrom + _kept.Count - _reach);
    }

    /// <summary>Says that no more samples come.</summary>
    /// <returns>The rest.</returns>
    public short[] Complete() => Produce(_keptFrom + _kept.Count);

    /// <summary>Computes the output up to an instant, as an input sample.</summary>
    private short[] Produce(long until)
    {
        var output = new List<short>();
        while (_nextOutput * _inputRateHz < until * _outputRateHz)
        {
            output.Add(At(_nextOutput++));
        }
        long needed = Math.Max(0, (_nextOutput * _inputRateHz / _outputRateHz) - _reach);
        int forgotten = (int)Math.Min(needed - _keptFrom, _kept.Count);
        if (forgotten > 0)
        {
            _kept.RemoveRange(0, forgotten);
            _keptFrom += forgotten;
        }
        return [.. output];
    }

    private short At(long output)
    {
        long scaled = output * _inputRateHz;
        long center = scaled / _outputRateHz;
        double fraction = (double)(scaled % _outputRateHz) / _outputRateHz;
        long first = Math.Max(center - _reach + 1, _keptFrom);
        long last = Math.Min(center + _reach, _keptFrom + _kept.Count - 1);
        double sum = 0;
        for (long index = first; index <= last; index++)
        {
            sum += _kept[(int)(index - _keptFrom)] * Weight((index - center - fraction) * _cutoff);
        }
        return short.CreateSaturating(Math.Round(sum * _cutoff));
    }

    private static double Weight(double crossings)
    {
        double place = Math.Abs(crossings) * StepsPerCrossing;
        int step = (int)place;
        return step >= s_kernel.Length - 1 ? 0 : s_kernel[step] + ((s_kernel[step + 1] - s_kernel[step]) * (place - step));
    }

    private static float[] MakeKernel()
    {
        float[] kernel = new float[(ZeroCrossings * StepsPerCrossing) + 1];
        for (int step = 0; step < kernel.Length; step++)
        {
            double x = (double)step / StepsPerCrossing;
            double sinc = step == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
            double along = x / ZeroCrossings;
            kernel[step] = (float)(sinc * (0.42 + (0.5 * Math.Cos(Math.PI * along)) + (0.08 * Math.Cos(2 * Math.PI * along))));
        }
        return kernel;
    }
}
