using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bleep.Speech.Tests.Audio;

/// <summary>Makes and reads 16 kHz samples.</summary>
internal static class Wave
{
    public const int Rate = ISpeechAudio.RequiredSampleRateHz;

    /// <summary>Samples of a RIFF file of 16-bit mono at 16 kHz.</summary>
    public static short[] Read(byte[] file)
    {
        Assert.Equal(Rate, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)));
        int data = file.AsSpan().IndexOf("data"u8);
        int length = Math.Min(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(data + 4)), file.Length - data - 8);
        return MemoryMarshal.Cast<byte, short>(file.AsSpan(data + 8, length & ~1)).ToArray();
    }

    public static short[] Silence(double seconds) => new short[(int)(seconds * Rate)];

    public static short[] Tone(double seconds, double hertz, double amplitude) =>
        [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(index => (short)(amplitude * Math.Sin(2 * Math.PI * hertz * index / Rate)))];

    public static short[] Noise(double seconds, double amplitude, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(_ => (short)(amplitude * ((random.NextDouble() * 2) - 1)))];
    }

    public static short[] Join(params short[][] parts) => [.. parts.SelectMany(part => part)];

    public static short[] Scale(short[] samples, double gain) =>
        [.. samples.Select(sample => (short)Math.Clamp(sample * gain, short.MinValue, short.MaxValue))];

    public static short[] Mix(short[] left, short[] right) =>
        [.. left.Zip(right, (one, other) => (short)Math.Clamp(one + other, short.MinValue, short.MaxValue))];
}
