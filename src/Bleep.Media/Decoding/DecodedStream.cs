using System.Buffers;
using System.Runtime.InteropServices;

namespace Bleep.Media.Decoding;

/// <summary>16-bit samples for those who recognise speech or draw it.</summary>
internal sealed class DecodedStream(ISampleSource reader, int sampleRateHz, int channels) : IPcmStream
{
    private const int BufferBytes = 64 * 1024;

    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);

    public int SampleRateHz => sampleRateHz;

    public int Channels => channels;

    public async ValueTask<int> ReadAsync(Memory<short> interleaved, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_buffer is null, this);
        int samples = interleaved.Length - (interleaved.Length % channels);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, channels, nameof(interleaved));
        int bytes = Math.Min(samples * sizeof(short), BufferBytes - (BufferBytes % (channels * sizeof(short))));
        int read = await reader.ReadAsync(_buffer.AsMemory(0, bytes), cancellationToken);
        MemoryMarshal.Cast<byte, short>(_buffer.AsSpan(0, read)).CopyTo(interleaved.Span);
        return read / sizeof(short);
    }

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        if (_buffer is { } buffer)
        {
            _buffer = null;
            // Unredacted sound does not stay behind in a shared buffer.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
