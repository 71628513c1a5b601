using Bleep.Media;

namespace Bleep.Verification;

/// <summary>Reads stretches of a recording, mixed to one channel, going forward; only a few seconds are held.</summary>
internal sealed class SampleWindow : IAsyncDisposable
{
    /// <summary>Samples held behind the newest one, so that neighbouring stretches may overlap: 8 s at 8 kHz.</summary>
    private const int Capacity = 1 << 16;

    private readonly IPcmStream _stream;
    private readonly float[] _ring = new float[Capacity];
    private readonly short[] _block = new short[4096];
    private long _end;
    private bool _isOver;

    private SampleWindow(IPcmStream stream) => _stream = stream;

    public static async Task<SampleWindow> OpenAsync(MediaFile file, int rateHz, CancellationToken cancellationToken) =>
        new(await file.OpenPcmAsync(new PcmFormat(rateHz, Channels: 1), cancellationToken));

    /// <summary>Reads samples; what lies before the recording is silence, what lies after it is cut off.</summary>
    /// <param name="start">First sample; not far before what was read last.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<ReadOnlyMemory<float>> ReadAsync(long start, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity / 2);
        while (_end < start + count && !_isOver)
        {
            int read = await _stream.ReadAsync(_block, cancellationToken);
            _isOver = read == 0;
            for (int index = 0; index < read; index++)
            {
                _ring[(_end + index) & (Capacity - 1)] = _block[index];
            }
            _end += read;
        }
        int available = (int)Math.Clamp(_end - start, 0, count);
        float[] samples = new float[available];
        for (int index = 0; index < available; index++)
        {
            long position = start + index;
            samples[index] = position < 0 || position < _end - Capacity ? 0 : _ring[position & (Capacity - 1)];
        }
        return samples;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
