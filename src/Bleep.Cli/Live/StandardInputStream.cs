using System.Runtime.InteropServices;
using Bleep.Media;
using Bleep.Media.Decoding;
using Bleep.Speech;

namespace Bleep.Cli.Live;

/// <summary>
/// Sound from standard input as it comes: a container that names itself in its first bytes is decoded, anything else is raw samples, signed,
/// 16 bits, little-endian, mono, 16 kHz.
/// </summary>
internal sealed class StandardInputStream : IPcmStream
{
    private readonly Stream _input;
    private readonly byte[] _buffer = new byte[LiveDecoder.HeadBytes];
    private readonly CancellationTokenSource _over = new();
    private int _filled;
    private LiveDecoder? _decoder;
    private Task _feeding = Task.CompletedTask;
    private bool _hasSound;

    private StandardInputStream(Stream input) => _input = input;

    public int SampleRateHz => ISpeechAudio.RequiredSampleRateHz;

    public int Channels => 1;

    /// <summary>Reads enough to tell what comes.</summary>
    /// <param name="input">The input; stays the caller's to dispose.</param>
    /// <param name="locateTools">Finds ffmpeg; asked only where something must be decoded.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MediaException">ffmpeg is not there.</exception>
    /// <exception cref="CommandFailure">The container cannot be decoded before its end is there, or nothing came.</exception>
    public static async Task<StandardInputStream> OpenAsync(Stream input, Func<MediaTools> locateTools, CancellationToken cancellationToken)
    {
        // Doctype and chunk heads lie in the first tens of bytes; a live source may give no more for a while.
        const int enough = 64;
        var stream = new StandardInputStream(input);
        while (stream._filled < enough && await stream.FillAsync(cancellationToken) > 0)
        {
        }
        if (stream._filled == 0)
        {
            throw CommandFailure.Input("standard input: is empty; pipe sound into it");
        }
        if (LiveDecoder.FormatOf(stream._buffer.AsSpan(0, stream._filled)) is { } format)
        {
            if (!LiveDecoder.CanDecode(format))
            {
                throw CommandFailure.Input("standard input: this format cannot be read before its end; name the file instead");
            }
            stream._decoder = LiveDecoder.Start(locateTools(), format, stream.SampleRateHz);
            stream._feeding = stream.FeedAsync(stream._decoder, stream._over.Token);
        }
        return stream;
    }

    public async ValueTask<int> ReadAsync(Memory<short> interleaved, CancellationToken cancellationToken = default)
    {
        if (_decoder is not null)
        {
            int decoded = await _decoder.ReadAsync(interleaved, cancellationToken);
            _hasSound |= decoded > 0;
            return decoded > 0 || _hasSound ? decoded : throw new MediaException(MediaErrorKind.NoAudio);
        }
        while (_filled < sizeof(short))
        {
            if (await FillAsync(cancellationToken) == 0)
            {
                return 0;
            }
        }
        int samples = Math.Min(_filled / sizeof(short), interleaved.Length);
        int bytes = samples * sizeof(short);
        MemoryMarshal.Cast<byte, short>(_buffer.AsSpan(0, bytes)).CopyTo(interleaved.Span);
        _buffer.AsSpan(bytes, _filled - bytes).CopyTo(_buffer);
        _filled -= bytes;
        return samples;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        if (_decoder is not null)
        {
            await _decoder.DisposeAsync();
        }
        await _feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    private async Task FeedAsync(LiveDecoder decoder, CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                await decoder.WriteAsync(_buffer.AsMemory(0, _filled), cancellationToken);
                _filled = 0;
            }
            while (await FillAsync(cancellationToken) > 0);
        }
        finally
        {
            // Whoever reads comes to the end, and knows by then whether there was any sound.
            decoder.Complete();
        }
    }

    // A read of a terminal or pipe cannot be cancelled; it is left behind, and ends with the process.
    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        int from = _filled;
        int read = await Task.Run(() => _input.Read(_buffer, from, _buffer.Length - from), CancellationToken.None).WaitAsync(cancellationToken);
        _filled += read;
        return read;
    }
}
