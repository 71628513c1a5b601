using Bleep.Media.Processes;

namespace Bleep.Media.Decoding;

/// <summary>Raw samples from a decoding process, in whole frames.</summary>
internal sealed class SampleReader : ISampleSource
{
    private readonly ToolProcess _process;
    private readonly int _frameBytes;
    private readonly double _mostBytes;
    private long _total;
    private bool _ended;

    private SampleReader(ToolProcess process, int frameBytes, double mostBytes)
    {
        _process = process;
        _frameBytes = frameBytes;
        _mostBytes = mostBytes;
    }

    public static SampleReader Start(DecodePlan plan, MediaTools tools, MediaLimits limits)
    {
        var process = ToolProcess.Start(tools, tools.FfmpegPath, plan.Arguments(), limits);
        process.CloseInput();
        int frameBytes = plan.Kind.Bytes() * (plan.OnlyChannel is null ? plan.Channels : 1);
        return new SampleReader(process, frameBytes, limits.MaxDuration.TotalSeconds * plan.SampleRateHz * frameBytes);
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, _frameBytes);
        if (_ended)
        {
            return 0;
        }
        int read = await _process.ReadAsync(buffer, cancellationToken);
        while (read % _frameBytes != 0)
        {
            // A pipe knows no frames; fetch the rest of the last one.
            int more = await _process.ReadAsync(buffer.Slice(read, _frameBytes - (read % _frameBytes)), cancellationToken);
            if (more == 0)
            {
                read -= read % _frameBytes;
                break;
            }
            read += more;
        }
        _total += read;
        if (_total > _mostBytes)
        {
            // Silence packs to almost nothing, and a header need not say how much of it there is.
            throw new MediaException(MediaErrorKind.TooLarge, "The sound is longer than the limits allow.");
        }
        if (read == 0)
        {
            _ended = true;
            await EndAsync(cancellationToken);
        }
        return read;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        int exitCode = await _process.WaitAsync(cancellationToken);
        if (_process.Errors.Contains("ended prematurely"))
        {
            throw new MediaException(MediaErrorKind.Truncated);
        }
        if (_total == 0)
        {
            throw new MediaException(MediaErrorKind.NoAudio);
        }
        if (exitCode != 0)
        {
            throw new MediaException(MediaErrorKind.ToolFailed, "The sound could not be decoded to its end.");
        }
    }
}
