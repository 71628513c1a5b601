using System.Numerics;

namespace Bleep.Media.Masking;

/// <summary>
/// A beep as whole frames that repeat: as many periods of the tone as end evenly with a sample. Laying it over sound is a copy,
/// and where a mask is cut into blocks makes no difference.
/// </summary>
/// <typeparam name="T">Type of a sample: short, int or float.</typeparam>
internal sealed class BeepPattern<T>
    where T : unmanaged, INumber<T>
{
    private const int MostFrames = 4096;

    // Where periods and samples never meet in so few frames, this many periods keep the pitch within a few percent.
    private const int FewestPeriods = 16;

    private readonly int _channels;
    private readonly double[] _sine;
    private readonly T[] _interleaved;
    private double _amplitude;

    /// <summary>Makes a silent pattern.</summary>
    /// <param name="frequencyHz">Pitch; a quarter of the rate at most, as a tone above it would be lost in a later resampling.</param>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">Samples a frame.</param>
    public BeepPattern(int frequencyHz, int sampleRateHz, int channels)
    {
        int pitch = Math.Max(1, Math.Min(frequencyHz, sampleRateHz / 4));
        int common = (int)BigInteger.GreatestCommonDivisor(pitch, sampleRateHz);
        long frames = sampleRateHz / common;
        long periods = pitch / common;
        if (frames > MostFrames)
        {
            frames = Math.Max(MostFrames, (long)FewestPeriods * sampleRateHz / pitch);
            periods = Math.Max(1, (long)Math.Round((double)frames * pitch / sampleRateHz));
        }
        _channels = channels;
        _sine = new double[frames];
        for (int frame = 0; frame < _sine.Length; frame++)
        {
            _sine[frame] = Math.Sin(2 * Math.PI * periods * frame / frames);
        }
        _interleaved = new T[frames * channels];
    }

    /// <summary>Sets how loud it is.</summary>
    /// <param name="amplitude">Value of its highest sample; zero is silence.</param>
    public void SetAmplitude(double amplitude)
    {
        if (amplitude == _amplitude)
        {
            return;
        }
        _amplitude = amplitude;
        for (int frame = 0; frame < _sine.Length; frame++)
        {
            _interleaved.AsSpan(frame * _channels, _channels).Fill(ToSample(At(frame)));
        }
    }

    /// <summary>Value before rounding.</summary>
    /// <param name="frame">Frames since the beep's start.</param>
    public double At(long frame) => _amplitude * _sine[frame % _sine.Length];

    /// <summary>Puts it in place of all channels.</summary>
    /// <param name="interleaved">Whole frames.</param>
    /// <param name="frame">Frames from the beep's start to the first of them.</param>
    public void Cover(Span<T> interleaved, long frame)
    {
        int at = (int)(frame % _sine.Length) * _channels;
        while (!interleaved.IsEmpty)
        {
            int length = Math.Min(_interleaved.Length - at, interleaved.Length);
            _interleaved.AsSpan(at, length).CopyTo(interleaved);
            interleaved = interleaved[length..];
            at = 0;
        }
    }

    /// <summary>Rounds a value to a sample; what is too large becomes the largest.</summary>
    public static T ToSample(double value) => T.CreateSaturating(typeof(T) == typeof(float) ? value : Math.Round(value));
}
