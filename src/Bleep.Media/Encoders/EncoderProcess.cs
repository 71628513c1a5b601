using Bleep.Media.Processes;

namespace Bleep.Media.Encoders;

/// <summary>An ffmpeg that takes raw samples and writes the output file.</summary>
internal sealed class EncoderProcess : ISampleSink
{
    private readonly ToolProcess _process;

    private EncoderProcess(ToolProcess process) => _process = process;

    public static EncoderProcess Start(IEnumerable<string> arguments, MediaTools tools, MediaLimits limits) =>
        new(ToolProcess.Start(tools, tools.FfmpegPath, arguments, limits));

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> samples, CancellationToken cancellationToken)
    {
        try
        {
            await _process.WriteAsync(samples, cancellationToken);
        }
        catch (MediaException error) when (error.Kind == MediaErrorKind.ToolFailed)
        {
            await _process.WaitAsync(cancellationToken);
            throw Failure();
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        _process.CloseInput();
        if (await _process.WaitAsync(cancellationToken) != 0)
        {
            throw Failure();
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private MediaException Failure() =>
        _process.Errors.Contains("No space left") ? new MediaException(MediaErrorKind.NotWritable, "The disk is full.")
        : _process.Errors.Contains("Unknown encoder") ? new MediaException(
            MediaErrorKind.NoEncoder,
            "This format needs an encoder that is not installed (for AMR: libopencore-amrnb0, libvo-amrwbenc0); choose mp3 or wav.")
        : new MediaException(MediaErrorKind.ToolFailed, "The masked sound could not be encoded.");
}
