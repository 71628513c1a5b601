namespace Bleep.Speech.Tests.Audio;

/// <summary>Samples in memory as a source, given out in blocks of an odd size.</summary>
internal sealed class MemoryAudio(short[] samples, int blockSize = 3001) : ISpeechAudio
{
    private int _position;

    public int SampleRateHz { get; init; } = ISpeechAudio.RequiredSampleRateHz;

    public int ReadSamples => _position;

    public ValueTask<int> ReadAsync(Memory<short> target, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int count = Math.Min(Math.Min(blockSize, target.Length), samples.Length - _position);
        samples.AsMemory(_position, count).CopyTo(target);
        _position += count;
        return new(count);
    }
}
