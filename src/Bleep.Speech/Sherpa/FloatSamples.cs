using System.Buffers;

namespace Bleep.Speech.Sherpa;

/// <summary>Samples from -1 to 1, as the library takes them, made of 16-bit ones.</summary>
internal readonly struct FloatSamples : IDisposable
{
    private readonly float[] _values;

    /// <summary>Converts samples and adds silence.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="silence">Number of zeros after them.</param>
    public FloatSamples(ReadOnlySpan<short> samples, int silence = 0)
    {
        Count = samples.Length + silence;
        _values = ArrayPool<float>.Shared.Rent(Math.Max(1, Count));
        for (int index = 0; index < samples.Length; index++)
        {
            _values[index] = samples[index] / 32768f;
        }
        _values.AsSpan(samples.Length, silence).Clear();
    }

    /// <summary>Number of values.</summary>
    public int Count { get; }

    /// <summary>The values.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(_values, clearArray: true);
}
