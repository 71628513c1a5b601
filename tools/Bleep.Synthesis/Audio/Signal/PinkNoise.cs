using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Audio.Signal;

/// <summary>Noise that falls by 3 dB an octave, like the hum of a room (Kellet's filter over white noise).</summary>
/// <param name="random">The source.</param>
internal sealed class PinkNoise(SeededRandom random)
{
    // The filtered noise's root mean square for white noise from -1 to 1.
    private const double Rms = 1.75;
    private double _first, _second, _third, _fourth, _fifth, _sixth, _seventh;

    /// <summary>Adds noise to samples.</summary>
    /// <param name="samples">The samples; changed in place.</param>
    /// <param name="rms">Root mean square of the noise.</param>
    public void AddTo(Span<short> samples, double rms)
    {
        for (int index = 0; index < samples.Length; index++)
        {
            samples[index] = (short)Math.Clamp(Math.Round(samples[index] + Next() * rms / Rms), short.MinValue, short.MaxValue);
        }
    }

    private double Next()
    {
        double white = random.NextDouble() * 2 - 1;
        _first = 0.99886 * _first + white * 0.0555179;
        _second = 0.99332 * _second + white * 0.0750759;
        _third = 0.96900 * _third + white * 0.1538520;
        _fourth = 0.86650 * _fourth + white * 0.3104856;
        _fifth = 0.55000 * _fifth + white * 0.5329522;
        _sixth = -0.7616 * _sixth - white * 0.0168980;
        double pink = _first + _second + _third + _fourth + _fifth + _sixth + _seventh + white * 0.5362;
        _seventh = white * 0.115926;
        return pink;
    }
}
