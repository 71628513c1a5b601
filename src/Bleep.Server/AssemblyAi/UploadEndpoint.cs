using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Bleep.Server.AssemblyAi;

/// <summary><c>POST /v2/upload</c>: raw bytes of any content type, sealed while they come in.</summary>
/// <param name="blobs">Takes the bytes.</param>
/// <param name="uploads">Remembers whose they are.</param>
/// <param name="cipher">Seals them.</param>
/// <param name="urls">Names the upload.</param>
/// <param name="options">Limits.</param>
internal sealed class UploadEndpoint(IBlobStore blobs, IUploadStore uploads, IContentCipher cipher, UploadUrls urls, ServerOptions options)
{
    private const int CopyBufferBytes = 128 * 1024;

    /// <summary>Takes an upload.</summary>
    /// <exception cref="RequestException">It is too large or the disk quota is used up.</exception>
    public async Task<UploadResponse> HandleAsync(HttpContext context)
    {
        // Recordings are large, and some clients slow. Counted below: where Kestrel counts, it cuts off a client that still sends.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
        if (context.Request.ContentLength > options.MaxUploadBytes)
        {
            throw TooLarge();
        }
        long used = options.DiskQuotaBytes is null ? 0 : await uploads.TotalBytesAsync(context.RequestAborted);
        long room = options.DiskQuotaBytes is { } quota ? quota - used : long.MaxValue;
        if (room <= 0 || context.Request.ContentLength > room)
        {
            throw QuotaUsedUp();
        }
        var id = Guid.NewGuid();
        var name = new BlobName(BlobKind.Upload, id);
        long size = 0;
        await blobs.PutAsync(
            name,
            async (target, token) =>
            {
                await using var seal = cipher.SealTo(target, name.ToString());
                size = await CopyAsync(context.Request.Body, seal, room, token);
            },
            context.RequestAborted);
        if (!await uploads.AddAsync(id, context.Caller().KeyId, size, options.DiskQuotaBytes ?? long.MaxValue, context.RequestAborted))
        {
            // Others that came in meanwhile took the room.
            await blobs.DeleteAsync(name, CancellationToken.None);
            throw QuotaUsedUp();
        }
        return new UploadResponse(urls.Of(id));
    }

    private async Task<long> CopyAsync(Stream source, Stream target, long room, CancellationToken cancellationToken)
    {
        var buffer = new byte[CopyBufferBytes];
        long size = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            size += read;
            if (size > options.MaxUploadBytes)
            {
                throw TooLarge();
            }
            if (size > room)
            {
                throw QuotaUsedUp();
            }
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return size == 0 ? throw new RequestException("The upload is empty") : size;
    }

    private static RequestException TooLarge() => new("The upload is larger than this server takes", StatusCodes.Status413PayloadTooLarge);

    private static RequestException QuotaUsedUp() =>
        new("The disk quota of this server is used up", StatusCodes.Status507InsufficientStorage);
}
