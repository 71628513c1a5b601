using Bleep.Media.Decoding;
using Bleep.Media.Files;
using Bleep.Media.Probing;
using Bleep.Media.Processes;

namespace Bleep.Media;

/// <summary>
/// An opened audio or video file that passed all checks. It keeps the file open, so what is read later is what was checked.
/// Several readings at once are allowed.
/// </summary>
public sealed class MediaFile : IAsyncDisposable
{
    private MediaFile(SourceFile source, MediaInfo info, MediaTools tools, MediaLimits limits)
    {
        Source = source;
        Info = info;
        Tools = tools;
        Limits = limits;
    }

    /// <summary>What the file holds.</summary>
    public MediaInfo Info { get; }

    internal SourceFile Source { get; }

    internal MediaTools Tools { get; }

    internal MediaLimits Limits { get; }

    /// <summary>Where the samples lie, for WAVE.</summary>
    internal WavLayout? Layout { get; private init; }

    /// <summary>The sound track that is recognised and masked: the first.</summary>
    internal AudioTrack Track => Info.AudioTracks[0];

    /// <summary>Opens and checks a file on disk.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="limits">What the file may cost; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    /// <exception cref="MediaException">The file is not sound, or not allowed.</exception>
    public static async Task<MediaFile> OpenAsync(
        string path, MediaTools tools, MediaLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tools);
        limits ??= MediaLimits.Default;
        return await OpenAsync(await SourceFile.OpenAsync(path, limits, cancellationToken), tools, limits, cancellationToken);
    }

    /// <summary>
    /// Opens and checks what a stream holds. It is copied to a temporary file that only the owner may read and that has no
    /// name, so nothing of it outlives this process.
    /// </summary>
    /// <param name="content">The file's bytes; read to the end, not closed.</param>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="limits">What the file may cost; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    /// <exception cref="MediaException">The file is not sound, or not allowed.</exception>
    public static async Task<MediaFile> OpenAsync(
        Stream content, MediaTools tools, MediaLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(tools);
        limits ??= MediaLimits.Default;
        return await OpenAsync(await SourceFile.CopyAsync(content, limits, cancellationToken), tools, limits, cancellationToken);
    }

    /// <summary>Starts decoding the first sound track. Time zero of the samples is time zero of the recording.</summary>
    /// <param name="format">Rate and channels wanted.</param>
    /// <param name="cancellationToken">Not used after the start; each read takes its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The channel does not exist, or a number is not positive.</exception>
    public Task<IPcmStream> OpenPcmAsync(PcmFormat format, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int rate = format.SampleRateHz ?? Track.SampleRateHz;
        int channels = format.OnlyChannel is null ? format.Channels ?? Track.Channels : 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1, nameof(format));
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1, nameof(format));
        if (format.OnlyChannel is { } only)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(only, nameof(format));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(only, Track.Channels, nameof(format));
        }
        var plan = Plan(PcmSampleKind.Int16) with { SampleRateHz = rate, Channels = channels, OnlyChannel = format.OnlyChannel };
        return Task.FromResult<IPcmStream>(new DecodedStream(Read(plan), rate, channels));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Source.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Decoding of the first sound track at its own rate and channels.</summary>
    internal DecodePlan Plan(PcmSampleKind kind) => new(Info, Source, Track)
    {
        Kind = kind,
        SampleRateHz = Track.SampleRateHz,
        Channels = Track.Channels,
    };

    /// <summary>Starts what a plan says; samples that need no decoding are read straight from the file.</summary>
    internal ISampleSource Read(DecodePlan plan) =>
        Layout is { } layout && WavReader.CanRead(layout, plan)
            ? new WavReader(Source, layout)
            : SampleReader.Start(plan, Tools, Limits);

    /// <summary>Frames that reading will give, where that is known without decoding.</summary>
    internal long? ExactFrames(DecodePlan plan) =>
        Layout is { } layout && WavReader.CanRead(layout, plan) ? layout.DataBytes / layout.FrameBytes : null;

    private static async Task<MediaFile> OpenAsync(
        SourceFile source, MediaTools tools, MediaLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var format = await FormatSniffer.SniffAsync(source, cancellationToken);
            WavLayout? layout = null;
            if (format == ContainerFormat.Wav)
            {
                layout = await RiffCheck.CheckAsync(source, cancellationToken);
            }
            else if (format is ContainerFormat.Mp4 or ContainerFormat.M4a or ContainerFormat.Mov or ContainerFormat.ThreeGp)
            {
                await new MovCheck(source, cancellationToken).CheckAsync();
            }
            var info = await HeaderProbe.ReadAsync(format, source, tools, limits, cancellationToken);
            var file = new MediaFile(source, info, tools, limits) { Layout = layout };
            CheckTrack(info.AudioTracks);
            return await SoundLength.CheckedAsync(file, cancellationToken) is { } duration && duration != info.Duration
                ? new MediaFile(source, info with { Duration = duration }, tools, limits) { Layout = layout }
                : file;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static void CheckTrack(IReadOnlyList<AudioTrack> tracks)
    {
        if (tracks.Count == 0 || tracks[0] is { SampleRateHz: <= 0 } or { Channels: <= 0 })
        {
            throw new MediaException(MediaErrorKind.NoAudio);
        }
        // A second of sound is held in memory, so a header may not make a second as long as it likes.
        if (tracks[0] is { SampleRateHz: > MediaLimits.HighestRateHz } or { Channels: > MediaLimits.MostChannels })
        {
            throw new MediaException(MediaErrorKind.Malformed);
        }
    }
}
