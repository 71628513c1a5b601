using System.Text;
using Bleep.Media.Files;

namespace Bleep.Media.Encoders;

/// <summary>Redacted subtitles on their way into a video: a file without a name, and how it is added.</summary>
internal sealed class SubtitleInput : IAsyncDisposable
{
    private readonly FileStream? _file;
    private readonly string _codec;

    private SubtitleInput(FileStream? file, string codec)
    {
        _file = file;
        _codec = codec;
    }

    /// <summary>Options that open the subtitles as the third input; none without subtitles.</summary>
    public IEnumerable<string> InputArguments =>
        _file is null ? [] : ["-f", "srt", "-protocol_whitelist", "file", "-i", ToolPaths.Of(_file)];

    /// <summary>Options that write them as a track.</summary>
    public IEnumerable<string> OutputArguments => _file is null ? [] : ["-map", "2:s", "-c:s", _codec];

    public static async Task<SubtitleInput> CreateAsync(
        string? srt, AudioTarget target, MediaLimits limits, CancellationToken cancellationToken)
    {
        var codec = target.Muxer switch
        {
            "matroska" => "srt",
            "webm" => "webvtt",
            _ => "mov_text",
        };
        if (string.IsNullOrWhiteSpace(srt))
        {
            return new SubtitleInput(null, codec);
        }
        FileStream? file = null;
        try
        {
            file = PrivateTemporaryFile.Create(limits.TemporaryFolder);
            await file.WriteAsync(Encoding.UTF8.GetBytes(srt), cancellationToken);
            return new SubtitleInput(file, codec);
        }
        catch (Exception error)
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
            if (error is IOException or UnauthorizedAccessException)
            {
                throw new MediaException(MediaErrorKind.NotWritable, "The folder for temporary files cannot be written.", error);
            }
            throw;
        }
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;
}
