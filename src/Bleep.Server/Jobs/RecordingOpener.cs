using Bleep.Media;
using Bleep.Server.Security;
using Bleep.Server.Storage;

namespace Bleep.Server.Jobs;

/// <summary>Brings a job's recording to where it can be decoded: a temporary file without a name, which nothing can leave behind.</summary>
/// <param name="blobs">Where uploads are.</param>
/// <param name="cipher">Opens uploads.</param>
/// <param name="downloader">Fetches everything else.</param>
/// <param name="tools">Where ffmpeg is.</param>
/// <param name="options">Limits.</param>
public sealed class RecordingOpener(
    IBlobStore blobs, IContentCipher cipher, IGuardedDownloader downloader, MediaTools tools, ServerOptions options)
{
    /// <summary>Opens a recording.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <exception cref="JobFailedException">It cannot be fetched or is no media with sound.</exception>
    public async Task<MediaFile> OpenAsync(AudioSource source, CancellationToken cancellationToken)
    {
        await using var content = source.UploadId is { } upload
            ? await OpenUploadAsync(upload, cancellationToken)
            : await FetchAsync(new Uri(source.Url!), cancellationToken);
        var watched = new WatchedStream(content);
        var limits = MediaLimits.Default with { MaxBytes = Math.Max(options.MaxDownloadBytes, options.MaxUploadBytes) };
        try
        {
            return await MediaFile.OpenAsync(watched, tools, limits, cancellationToken);
        }
        catch (MediaException error) when (watched.Failure is null)
        {
            throw Failure(error, watched);
        }
        catch (Exception error) when (error is IOException or MediaException or HttpRequestException)
        {
            throw new JobFailedException(JobErrorKind.DownloadFailed, null, error);
        }
    }

    /// <summary>What an error of the media means for the client.</summary>
    /// <param name="error">The error.</param>
    /// <param name="content">What was read.</param>
    private static JobFailedException Failure(MediaException error, WatchedStream content) => error.Kind switch
    {
        MediaErrorKind.TooShort => new JobFailedException(JobErrorKind.TooShort, null, error),
        MediaErrorKind.TooLarge => new JobFailedException(JobErrorKind.TooLarge, null, error),
        MediaErrorKind.Empty or MediaErrorKind.NotMedia or MediaErrorKind.NoAudio or MediaErrorKind.Forbidden or MediaErrorKind.Truncated
            or MediaErrorKind.Malformed or MediaErrorKind.ToolFailed or MediaErrorKind.ToolTimedOut =>
            new JobFailedException(JobErrorKind.NoAudio, ContentTypes.Guess(content.Head.Span), error),
        _ => new JobFailedException(JobErrorKind.Server, null, error),
    };

    private async Task<Stream> OpenUploadAsync(Guid id, CancellationToken cancellationToken)
    {
        var name = new BlobName(BlobKind.Upload, id);
        var stored = await blobs.OpenReadAsync(name, cancellationToken) ?? throw new JobFailedException(JobErrorKind.DownloadFailed);
        try
        {
            return cipher.OpenFrom(stored, name.ToString());
        }
        catch (SealException error)
        {
            await stored.DisposeAsync();
            throw new JobFailedException(JobErrorKind.Server, null, error);
        }
    }

    private async Task<Stream> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await downloader.OpenAsync(url, options.MaxDownloadBytes, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new JobFailedException(JobErrorKind.DownloadFailed, null, error);
        }
    }
}
