using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Media.Tests;

public sealed class MediaRedactorCancelTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(AudioOutputFormat.Mp3)]
    [InlineData(AudioOutputFormat.Wav)]
    [InlineData(AudioOutputFormat.Original)]
    public async Task RedactAudioAsync_cancelledOnTheWay_leavesNothing(AudioOutputFormat format)
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=60:r=44100 -ac 2 in.flac");
        await File.WriteAllTextAsync(_scratch["out.bin"], "earlier", TestContext.Current.CancellationToken);
        await using var file = await OpenAsync("in.flac");
        using var stop = new CancellationTokenSource();
        var progress = new Callback(_ => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new MediaRedactor(Scratch.Tools).RedactAudioAsync(
            file, Timeline.Empty, MaskOptions.Default, format, _scratch["out.bin"], progress, stop.Token));
        Assert.Equal(["in.flac", "out.bin"], Names());
        Assert.Equal("earlier", await File.ReadAllTextAsync(_scratch["out.bin"], TestContext.Current.CancellationToken));
        Assert.Empty(Children());
    }

    [Fact]
    public async Task RedactVideoAsync_cancelledOnTheWay_leavesNothing()
    {
        await _scratch.FfmpegAsync("-f lavfi -i testsrc=d=20:s=64x48 -f lavfi -i anoisesrc=d=20:r=44100 -c:v libx264 -c:a aac in.mp4");
        await using var file = await OpenAsync("in.mp4");
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new MediaRedactor(Scratch.Tools).RedactVideoAsync(
            file, Timeline.Empty, MaskOptions.Default, _scratch["out.mp4"], "1\n00:00:00,500 --> 00:00:02,000\n####\n\n",
            new Callback(_ => stop.Cancel()), stop.Token));
        Assert.Equal(["in.mp4"], Names());
        Assert.Empty(Children());
    }

    [Fact]
    public async Task RedactAudioAsync_cancelledBefore_startsNothing()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=1:r=44100 in.flac");
        await using var file = await OpenAsync("in.flac");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new MediaRedactor(Scratch.Tools).RedactAudioAsync(
            file, Timeline.Empty, MaskOptions.Default, AudioOutputFormat.Mp3, _scratch["out.mp3"], null, new CancellationToken(true)));
        Assert.Equal(["in.flac"], Names());
    }

    [Fact]
    public async Task ReadAsync_cancelledWhileWaiting_endsTheDecoder()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=60:r=44100 in.flac");
        await using var file = await OpenAsync("in.flac");
        await using (var pcm = await file.OpenPcmAsync(default, TestContext.Current.CancellationToken))
        {
            var buffer = new short[44100];
            Assert.True(await pcm.ReadAsync(buffer, TestContext.Current.CancellationToken) > 0);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pcm.ReadAsync(buffer, new CancellationToken(true)));
        }
        Assert.Empty(Children());
    }

    [Fact]
    public async Task OpenAsync_toolThatHangs_isStopped()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=1:r=44100 in.flac");
        await _scratch.ScriptAsync("ffprobe", "#!/bin/sh\nsleep 600\n");
        var tools = new MediaTools(Scratch.Tools.FfmpegPath, _scratch["ffprobe"]);
        var limits = new MediaLimits { ProbeTimeout = TimeSpan.FromMilliseconds(100) };
        var error = await Assert.ThrowsAsync<MediaException>(
            () => MediaFile.OpenAsync(_scratch["in.flac"], tools, limits, TestContext.Current.CancellationToken));
        Assert.Equal(MediaErrorKind.ToolTimedOut, error.Kind);
        Assert.Empty(Children());
    }

    [Fact]
    public async Task OpenAsync_toolThatChatters_isReadInBoundedMemory()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=1:r=44100 in.flac");
        await _scratch.ScriptAsync("ffprobe", "#!/bin/sh\nyes secret | head -c 50000000 >&2\nexec yes\n");
        var tools = new MediaTools(Scratch.Tools.FfmpegPath, _scratch["ffprobe"]);
        var error = await Assert.ThrowsAsync<MediaException>(
            () => MediaFile.OpenAsync(_scratch["in.flac"], tools, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(MediaErrorKind.Malformed, error.Kind);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_tooLittleMemoryForTheTool_saysSo()
    {
        Assert.SkipUnless(Scratch.Tools.PrlimitPath is not null, "The system cannot limit memory.");
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=1:r=44100 in.flac");
        var limits = new MediaLimits { ToolMemoryBytes = 50_000_000 };
        var error = await Assert.ThrowsAsync<MediaException>(
            () => MediaFile.OpenAsync(_scratch["in.flac"], Scratch.Tools, limits, TestContext.Current.CancellationToken));
        Assert.Equal(MediaErrorKind.ToolFailed, error.Kind);
    }

    [Fact]
    public async Task RedactAudioAsync_folderThatIsNotThere_isRefused()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=1:r=44100 in.flac");
        await using var file = await OpenAsync("in.flac");
        var error = await Assert.ThrowsAsync<MediaException>(() => new MediaRedactor(Scratch.Tools).RedactAudioAsync(
            file, Timeline.Empty, MaskOptions.Default, AudioOutputFormat.Mp3, _scratch["nowhere/out.mp3"],
            cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(MediaErrorKind.NotWritable, error.Kind);
    }

    [Fact]
    public void Locate_emptySearchPath_saysWhatIsMissing()
    {
        var error = Assert.Throws<MediaToolMissingException>(() => MediaTools.Locate(""));
        Assert.Equal(("ffmpeg", MediaErrorKind.ToolMissing), (error.Tool, error.Kind));
    }

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(_scratch.Folder).Select(path => Path.GetFileName(path)).Order()];

    // Child processes that still have a file of this test open or in their command line.
    private List<string> Children()
    {
        var found = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                foreach (var handle in Directory.EnumerateFiles(Path.Combine(folder, "fd")))
                {
                    var target = File.ResolveLinkTarget(handle, false)?.FullName ?? "";
                    if (target.StartsWith(_scratch.Folder, StringComparison.Ordinal) && Path.GetFileName(folder) != $"{Environment.ProcessId}")
                    {
                        found.Add(Path.GetFileName(folder));
                    }
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The process ended while it was looked at.
            }
        }
        return found;
    }

    private Task<MediaFile> OpenAsync(string name) =>
        MediaFile.OpenAsync(_scratch[name], Scratch.Tools, cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Callback(Action<double> action) : IProgress<double>
    {
        public void Report(double value) => action(value);
    }
}
