using Bleep.Media.Files;
using Bleep.Media.Probing;
using Bleep.Media.Processes;

namespace Bleep.Media.Decoding;

/// <summary>Samples of a WAVE file that already are what is wanted: no process has to touch them.</summary>
internal sealed class WavReader(SourceFile source, WavLayout layout) : ISampleSource
{
    private readonly long _end = layout.DataOffset + layout.DataBytes - (layout.DataBytes % layout.FrameBytes);
    private long _offset = layout.DataOffset;

    /// <summary>True when the file holds exactly the samples that the plan asks for.</summary>
    public static bool CanRead(WavLayout layout, DecodePlan plan)
    {
        var codec = plan.Kind switch
        {
            PcmSampleKind.Int16 => "pcm_s16le",
            PcmSampleKind.Int32 => "pcm_s32le",
            _ => "pcm_f32le",
        };
        return layout.IsPlain && plan.OnlyChannel is null && plan.Track.Codec == codec
            && plan.SampleRateHz == plan.Track.SampleRateHz && plan.Channels == plan.Track.Channels
            && layout.FrameBytes == plan.Channels * plan.Kind.Bytes();
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int wanted = (int)Math.Min(buffer.Length - (buffer.Length % layout.FrameBytes), _end - _offset);
        int read = wanted == 0 ? 0 : await source.ReadAtAsync(_offset, buffer[..wanted], cancellationToken);
        if (read < wanted)
        {
            // The file has become shorter since it was checked.
            throw new MediaException(MediaErrorKind.Truncated);
        }
        if (read == 0 && _end == layout.DataOffset)
        {
            throw new MediaException(MediaErrorKind.NoAudio);
        }
        _offset += read;
        return read;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
