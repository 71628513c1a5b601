using Bleep.Media;
using Bleep.Media.Decoding;

namespace Bleep.Server.Streaming.Audio;

/// <summary>Opus and AAC, decoded by an ffmpeg of the session's own.</summary>
internal sealed class CodedAudioInput : IAudioInput
{
    private readonly LiveDecoder _decoder;
    private readonly OggOpusWriter? _packets;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _reading;
    private bool _hasHead;
    private bool _hasInput;
    private bool _hasSound;

    /// <param name="encoding">How the sound comes.</param>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="sampleRateHz">Samples a second that come out.</param>
    /// <param name="put">Takes the samples.</param>
    /// <exception cref="MediaException">ffmpeg cannot be started.</exception>
    public CodedAudioInput(AudioEncoding encoding, MediaTools tools, int sampleRateHz, Func<short[], CancellationToken, Task> put)
    {
        _decoder = LiveDecoder.Start(tools, encoding == AudioEncoding.Aac ? ContainerFormat.Aac : ContainerFormat.Ogg, sampleRateHz);
        _packets = encoding == AudioEncoding.Opus ? new OggOpusWriter() : null;
        _reading = Task.Run(() => ReadAsync(new short[sampleRateHz / 10], put));
    }

    /// <inheritdoc/>
    public async Task AddAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        if (piece.IsEmpty)
        {
            return;
        }
        _hasInput = true;
        try
        {
            if (_packets is null)
            {
                await _decoder.WriteAsync(piece, cancellationToken);
                return;
            }
            if (piece.Length > OggOpusWriter.MaxPacketBytes)
            {
                throw new StreamingException(StreamingErrors.ChunkDuration, "An Opus packet is not that long");
            }
            byte[] page = _packets.Write(piece.Span);
            await _decoder.WriteAsync(_hasHead ? page : [.. new OggOpusWriter().Head(), .. page], cancellationToken);
            _hasHead = true;
        }
        catch (MediaException)
        {
            throw NoSuchSound();
        }
        if (_reading.IsFaulted)
        {
            await _reading;
        }
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        _decoder.Complete();
        await _reading.WaitAsync(cancellationToken);
        if (_hasInput && !_hasSound)
        {
            throw NoSuchSound();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _decoder.DisposeAsync();
        _over.Dispose();
    }

    private static StreamingException NoSuchSound() => new(StreamingErrors.Input, "The audio is not in the encoding that was named");

    private async Task ReadAsync(short[] buffer, Func<short[], CancellationToken, Task> put)
    {
        for (int read; (read = await _decoder.ReadAsync(buffer, _over.Token)) > 0;)
        {
            _hasSound = true;
            await put(buffer[..read], _over.Token);
        }
    }
}
