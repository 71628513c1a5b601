using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Bleep.Speech.Models.Fetching;

/// <summary>
/// Fetches a file over HTTP. What has come is kept when the connection breaks or the process ends, and only the rest is asked for
/// the next time, as long as the server still has the same file.
/// </summary>
/// <param name="client">The client; redirections are its business.</param>
/// <param name="time">The clock.</param>
internal sealed class FileDownload(HttpClient client, TimeProvider time)
{
    private const int MaxAttempts = 5;

    /// <summary>Longest time without a byte.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Fetches a file.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="target">Where it goes; the unfinished file lies beside it, with <c>.part</c> after its name.</param>
    /// <param name="maxBytes">A longer file is refused.</param>
    /// <param name="progress">Told the bytes as they come; may be null.</param>
    /// <param name="cancellationToken">Stops; what has come stays.</param>
    /// <exception cref="SpeechException">The file cannot be had.</exception>
    public async Task FetchAsync(Uri address, string target, long maxBytes, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        for (int attempt = 1; ; attempt++)
        {
            string reason;
            try
            {
                await TryAsync(address, target, maxBytes, progress, cancellationToken);
                return;
            }
            catch (HttpRequestException exception) when (exception.StatusCode is null || IsPassing(exception.StatusCode.Value))
            {
                reason = exception.StatusCode is null ? "the server cannot be reached" : $"the server answered {(int)exception.StatusCode}";
            }
            catch (HttpRequestException exception)
            {
                throw Failed(address, $"the server answered {(int)exception.StatusCode!}");
            }
            catch (HttpIOException)
            {
                reason = "the connection broke";
            }
            catch (TimeoutException)
            {
                reason = $"nothing came for {s_patience.TotalSeconds:0} s";
            }
            if (attempt == MaxAttempts)
            {
                throw Failed(address, reason);
            }
            await Task.Delay(TimeSpan.FromSeconds(0.5 * (1 << attempt)), time, cancellationToken);
        }
    }

    /// <summary>Answers that may be better the next time.</summary>
    internal static bool IsPassing(HttpStatusCode code) =>
        code is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)code >= 500;

    private async Task TryAsync(Uri address, string target, long maxBytes, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        string part = target + ".part", note = target + ".part.json";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var idle = time.CreateTimer(_ => patience.Cancel(), null, s_patience, Timeout.InfiniteTimeSpan);
        try
        {
            using var request = Ask(address, part, note, out long have);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                // What is here is as long as the file, or the file has changed: from the start, then.
                File.Delete(part);
                File.Delete(note);
                throw new HttpIOException(HttpRequestError.InvalidResponse);
            }
            response.EnsureSuccessStatusCode();
            bool goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
            long done = goesOn ? have : 0;
            if (response.StatusCode == HttpStatusCode.PartialContent && !goesOn)
            {
                File.Delete(part);
                throw new HttpIOException(HttpRequestError.InvalidResponse);
            }
            long? total = done + response.Content.Headers.ContentLength;
            Limit(address, total ?? 0, maxBytes);
            Remember(address, response, note);
            await using (var file = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read))
            {
                await using var content = await response.Content.ReadAsStreamAsync(patience.Token);
                var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
                try
                {
                    for (int count; (count = await ReadAsync(content, buffer, patience.Token)) > 0;)
                    {
                        idle.Change(s_patience, Timeout.InfiniteTimeSpan);
                        Limit(address, done + count, maxBytes);
                        await file.WriteAsync(buffer.AsMemory(0, count), patience.Token);
                        done += count;
                        progress?.Report(new FetchProgress("downloading", done, total));
                    }
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
            if (total is not null && done != total)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded);
            }
            File.Move(part, target, overwrite: true);
            File.Delete(note);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>A broken connection is not a broken disk.</summary>
    private static async ValueTask<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception) when (exception is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, innerException: exception);
        }
    }

    private static HttpRequestMessage Ask(Uri address, string part, string note, out long have)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        have = File.Exists(part) ? new FileInfo(part).Length : 0;
        var known = ModelJson.TryRead(note, ModelJson.Default.PartialFile);
        // Without a mark of its version a part could be continued with another file's rest.
        if (have > 0 && known is not null && known.Address == address.AbsoluteUri && RangeConditionHeaderValue.TryParse(known.Validator, out var condition))
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
            request.Headers.IfRange = condition;
        }
        return request;
    }

    private static void Remember(Uri address, HttpResponseMessage response, string note)
    {
        string? validator = response.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : response.Content.Headers.LastModified?.ToString("R");
        if (validator is null)
        {
            File.Delete(note);
        }
        else
        {
            ModelJson.Write(note, new PartialFile(address.AbsoluteUri, validator), ModelJson.Default.PartialFile);
        }
    }

    private static void Limit(Uri address, long bytes, long maxBytes)
    {
        if (bytes > maxBytes)
        {
            throw Failed(address, $"the file is larger than the {maxBytes / 1_000_000} MB that are expected at most");
        }
    }

    private static SpeechException Failed(Uri address, string reason) =>
        new(SpeechErrorKind.DownloadFailed, $"could not fetch {Path.GetFileName(address.AbsolutePath)} from {address.Host}: {reason}");
}
