using System.Buffers.Binary;

namespace Bleep.Speech.Models;

/// <summary>A short English sentence with known words, to try a model on. Synthesised with flite's voice rms; it is nobody's number.</summary>
public static class KnownClip
{
    private const int HeaderBytes = 44;

    /// <summary>What is said.</summary>
    public const string Text = "my phone number is six one zero two six five one seven one four";

    /// <summary>The sound, from its start.</summary>
    public static ISpeechAudio Open()
    {
        using var stream = typeof(KnownClip).Assembly.GetManifestResourceStream("Bleep.Speech.Models.known-clip.wav")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        var samples = new short[(file.Length - HeaderBytes) / sizeof(short)];
        for (int index = 0; index < samples.Length; index++)
        {
            samples[index] = BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(HeaderBytes + (index * sizeof(short))));
        }
        return new Audio(samples);
    }

    private sealed class Audio(short[] samples) : ISpeechAudio
    {
        private int _position;

        public int SampleRateHz => ISpeechAudio.RequiredSampleRateHz;

        public ValueTask<int> ReadAsync(Memory<short> target, CancellationToken cancellationToken)
        {
            int count = Math.Min(target.Length, samples.Length - _position);
            samples.AsMemory(_position, count).CopyTo(target);
            _position += count;
            return new(count);
        }
    }
}
