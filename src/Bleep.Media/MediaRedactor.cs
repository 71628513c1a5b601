using Bleep.Media.Decoding;
using Bleep.Media.Encoders;
using Bleep.Media.Files;
using Bleep.Media.Masking;
using Bleep.Media.Pictures;
using Bleep.Media.Processes;
using Bleep.Transcripts;

namespace Bleep.Media;

/// <summary>
/// Writes media whose sound is masked. Nothing of the source but the sound, and for video the coded picture, reaches the
/// output: no tag, chapter, cover, subtitle, data or further sound track. The output appears whole or not at all.
/// Thread-safe.
/// </summary>
/// <param name="tools">Where ffmpeg is.</param>
public sealed class MediaRedactor(MediaTools tools)
{
    /// <summary>Usual extension, without a dot, of the file that <c>RedactAudioAsync</c> writes.</summary>
    /// <param name="info">The source.</param>
    /// <param name="format">The format of the output.</param>
    public static string AudioExtension(MediaInfo info, AudioOutputFormat format)
    {
        ArgumentNullException.ThrowIfNull(info);
        return AudioTargets.ForAudio(info with { VideoTracks = [] }, format).Extension;
    }

    /// <summary>Usual extension, without a dot, of the file that <c>RedactVideoAsync</c> writes.</summary>
    /// <param name="info">The source.</param>
    public static string VideoExtension(MediaInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return AudioTargets.ForVideo(info).Extension;
    }

    /// <summary>Writes the masked sound of the first sound track, without any picture.</summary>
    /// <param name="file">The source.</param>
    /// <param name="masks">The time to hide, without padding.</param>
    /// <param name="options">How it is hidden; holds the padding.</param>
    /// <param name="format">Format of the output.</param>
    /// <param name="targetPath">Path of the output; a file there is replaced at the end.</param>
    /// <param name="progress">Told the share done, from zero to one; may be null.</param>
    /// <param name="cancellationToken">Stops the work; then nothing is left.</param>
    /// <exception cref="MediaException">The source cannot be decoded or the output not be written.</exception>
    public async Task<MediaRedactionResult> RedactAudioAsync(
        MediaFile file,
        Timeline masks,
        MaskOptions options,
        AudioOutputFormat format,
        string targetPath,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(options);
        await using var output = AtomicOutputFile.Create(targetPath);
        var result = await WriteAudioAsync(file, masks, options, format, output.Stream, output.ToolPath, progress, cancellationToken);
        output.Commit();
        return result with { Path = output.TargetPath };
    }

    /// <summary>
    /// Like the other one, into a stream. The sound is finished in a temporary file without a name, since most formats are not written
    /// from start to end, and copied then; the stream gets nothing when the work fails.
    /// </summary>
    /// <param name="file">The source.</param>
    /// <param name="masks">The time to hide, without padding.</param>
    /// <param name="options">How it is hidden; holds the padding.</param>
    /// <param name="format">Format of the output.</param>
    /// <param name="target">Where the file's bytes go; stays open.</param>
    /// <param name="progress">Told the share done, from zero to one; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaException">The source cannot be decoded or the output not be written.</exception>
    public async Task<MediaRedactionResult> RedactAudioAsync(
        MediaFile file,
        Timeline masks,
        MaskOptions options,
        AudioOutputFormat format,
        Stream target,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(target);
        await using var output = PrivateTemporaryFile.Create(file.Limits.TemporaryFolder);
        var result = await WriteAudioAsync(file, masks, options, format, output, ToolPaths.Of(output), progress, cancellationToken);
        output.Position = 0;
        await output.CopyToAsync(target, cancellationToken);
        return result;
    }

    /// <summary>
    /// Writes the first picture of the source, its coded slices untouched, with the masked sound of the first sound track, in the
    /// source's container.
    /// </summary>
    /// <param name="file">The source.</param>
    /// <param name="masks">The time to hide, without padding.</param>
    /// <param name="options">How it is hidden; holds the padding.</param>
    /// <param name="targetPath">Path of the output; a file there is replaced at the end.</param>
    /// <param name="redactedSubtitles">Subtitles to add, as SRT, already redacted; null adds none.</param>
    /// <param name="progress">Told the share done, from zero to one; may be null.</param>
    /// <param name="cancellationToken">Stops the work; then nothing is left.</param>
    /// <exception cref="MediaException">
    /// The source has no picture, its picture may hide captions that cannot be removed, it cannot be decoded, or the output not be
    /// written.
    /// </exception>
    public async Task<MediaRedactionResult> RedactVideoAsync(
        MediaFile file,
        Timeline masks,
        MaskOptions options,
        string targetPath,
        string? redactedSubtitles = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(options);
        await using var output = AtomicOutputFile.Create(targetPath);
        var result = await WriteVideoAsync(file, masks, options, output.ToolPath, redactedSubtitles, progress, cancellationToken);
        output.Commit();
        return result with { Path = output.TargetPath };
    }

    /// <summary>Like the other one, into a stream, which gets nothing when the work fails.</summary>
    /// <param name="file">The source.</param>
    /// <param name="masks">The time to hide, without padding.</param>
    /// <param name="options">How it is hidden; holds the padding.</param>
    /// <param name="target">Where the file's bytes go; stays open.</param>
    /// <param name="redactedSubtitles">Subtitles to add, as SRT, already redacted; null adds none.</param>
    /// <param name="progress">Told the share done, from zero to one; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaException">As for the other one.</exception>
    public async Task<MediaRedactionResult> RedactVideoAsync(
        MediaFile file,
        Timeline masks,
        MaskOptions options,
        Stream target,
        string? redactedSubtitles = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(target);
        await using var output = PrivateTemporaryFile.Create(file.Limits.TemporaryFolder);
        var result = await WriteVideoAsync(file, masks, options, ToolPaths.Of(output), redactedSubtitles, progress, cancellationToken);
        output.Position = 0;
        await output.CopyToAsync(target, cancellationToken);
        return result;
    }

    private async Task<MediaRedactionResult> WriteAudioAsync(
        MediaFile file,
        Timeline masks,
        MaskOptions options,
        AudioOutputFormat format,
        Stream output,
        string toolPath,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var target = AudioTargets.ForAudio(file.Info with { VideoTracks = [] }, format);
        var plan = file.Plan(target.Kind);
        if (WavSink.CanWrite(target, plan.Channels))
        {
            await using var direct = new WavSink(output, target, plan.SampleRateHz, plan.Channels, file.ExactFrames(plan));
            var result = await MaskAsync(file, plan, direct, masks, options, progress, cancellationToken);
            return result with { Sha256 = direct.Digest is { } digest ? Convert.ToHexStringLower(digest) : null };
        }
        string[] arguments =
        [
            .. ToolInput.Quiet, "-y", .. target.InputArguments(plan.SampleRateHz, plan.Channels),
            "-map", "0:a", .. target.CodecArguments(), .. target.MuxerArguments(), toolPath,
        ];
        await using var sink = target.Start(arguments, tools, file.Limits);
        return await MaskAsync(file, plan, sink, masks, options, progress, cancellationToken);
    }

    private async Task<MediaRedactionResult> WriteVideoAsync(
        MediaFile file,
        Timeline masks,
        MaskOptions options,
        string toolPath,
        string? redactedSubtitles,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var picture = file.Info.HasVideo ? file.Info.VideoTracks[0] : throw new MediaException(MediaErrorKind.NoVideo);
        var target = AudioTargets.ForVideo(file.Info);
        var filter = await PictureInspector.FilterForAsync(file, picture, cancellationToken);
        var plan = file.Plan(target.Kind);
        await using var subtitles = await SubtitleInput.CreateAsync(redactedSubtitles, target, file.Limits, cancellationToken);
        string[] arguments =
        [
            .. ToolInput.Quiet, "-y", "-xerror", .. ToolInput.Timed(file.Info, file.Source),
            .. target.InputArguments(plan.SampleRateHz, plan.Channels),
            .. subtitles.InputArguments,
            "-map", $"0:{picture.Index}", "-map", "1:a", "-c:v", "copy",
            .. filter is null ? (string[])[] : ["-bsf:v", filter],
            .. target.CodecArguments(), .. subtitles.OutputArguments, .. target.MuxerArguments(), toolPath,
        ];
        await using var sink = target.Start(arguments, tools, file.Limits);
        return await MaskAsync(file, plan, sink, masks, options, progress, cancellationToken);
    }

    private static async Task<MediaRedactionResult> MaskAsync(
        MediaFile file,
        DecodePlan plan,
        ISampleSink sink,
        Timeline masks,
        MaskOptions options,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var run = new MaskingRun(masks, options, plan.SampleRateHz, plan.Channels, file.Info.Duration);
        await using var source = file.Read(plan);
        var peaks = await run.RunAsync(source, sink, plan.Kind, progress, cancellationToken);
        var masked = masks.Pad(options.Padding).Clip(new TimeRange(TimeSpan.Zero, peaks.Duration));
        return new MediaRedactionResult("", peaks.Duration, masked, peaks);
    }
}
