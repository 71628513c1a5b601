using System.Runtime.InteropServices;
using Bleep.Live;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Server.Streaming;

/// <summary>Sends a client its own sound back, redacted, as 16-bit little-endian PCM at the rate it came in. Thread-safe.</summary>
/// <param name="socket">The client.</param>
/// <param name="parameters">What it asked for, a delay among it.</param>
internal sealed class RedactedSound(ClientSocket socket, StreamingParameters parameters) : IDisposable
{
    private readonly int _maxSamples = parameters.SampleRateHz;
    private readonly int _minSamples = parameters.SampleRateHz / 20;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly LiveMasker _masker = new(
        new MaskOptions { Style = parameters.MasksWithSilence ? MaskStyle.Silence : MaskStyle.Beep },
        parameters.SampleRateHz,
        parameters.RedactedAudioDelay!.Value);

    /// <summary>Takes what came in, and sends what may go out.</summary>
    /// <param name="samples">Samples at the client's rate.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task AddAsync(short[] samples, CancellationToken cancellationToken) => DoAsync(() => _masker.Add(samples), cancellationToken);

    /// <summary>Takes times to hide and how far everything is decided, and sends what may go out.</summary>
    /// <param name="masks">Times to hide.</param>
    /// <param name="settledUntil">No other time before this one will be hidden.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task DecideAsync(Timeline masks, TimeSpan settledUntil, CancellationToken cancellationToken) => DoAsync(
        () =>
        {
            _masker.Hide(masks);
            _masker.Settle(settledUntil);
        },
        cancellationToken);

    /// <summary>Sends all that is left.</summary>
    /// <param name="masks">Times to hide.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task CompleteAsync(Timeline masks, CancellationToken cancellationToken) => DoAsync(
        () =>
        {
            _masker.Hide(masks);
            _masker.Complete();
        },
        cancellationToken,
        isLast: true);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task DoAsync(Action change, CancellationToken cancellationToken, bool isLast = false)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            change();
            while (_masker.Take(_maxSamples, isLast ? 1 : _minSamples) is { Length: > 0 } samples)
            {
                await socket.SendAudioAsync(Bytes(samples));
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private static byte[] Bytes(short[] samples)
    {
        if (!BitConverter.IsLittleEndian)
        {
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(samples, samples);
        }
        return MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
    }
}
