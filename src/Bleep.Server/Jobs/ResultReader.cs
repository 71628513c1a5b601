using System.Text.Json;
using Bleep.Server.Security;
using Bleep.Server.Storage;

namespace Bleep.Server.Jobs;

/// <summary>Reads the results of finished jobs.</summary>
/// <param name="blobs">Where they are.</param>
/// <param name="cipher">Opens them.</param>
public sealed class ResultReader(IBlobStore blobs, IContentCipher cipher)
{
    /// <summary>Reads a result.</summary>
    /// <param name="id">The transcript.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The result, or null when there is none.</returns>
    /// <exception cref="SealException">It was changed where it is stored.</exception>
    public async Task<JobResult?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var name = new BlobName(BlobKind.Result, id);
        var stored = await blobs.OpenReadAsync(name, cancellationToken);
        if (stored is null)
        {
            return null;
        }
        await using var opened = cipher.OpenFrom(stored, name.ToString());
        return await JsonSerializer.DeserializeAsync(opened, JobJson.Default.JobResult, cancellationToken);
    }
}
