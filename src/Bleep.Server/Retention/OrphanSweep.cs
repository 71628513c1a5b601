using Bleep.Server.Storage;

namespace Bleep.Server.Retention;

/// <summary>Removes objects that no row stands for: what a crash left between the storing of an object and of its row, or the other way round.</summary>
internal sealed class OrphanSweep(RetentionRows rows, IBlobStore blobs)
{
    private const int PageSize = 200;

    /// <summary>Goes through all objects.</summary>
    /// <param name="cutoff">Only objects stored until then; the rows of younger ones may be on their way.</param>
    /// <param name="cancellationToken">Stops between two removals.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        int removed = 0;
        foreach (var kind in Enum.GetValues<BlobKind>())
        {
            var page = new List<Guid>(PageSize);
            await foreach (var blob in blobs.ListAsync(kind, cancellationToken))
            {
                if (blob.StoredAt > cutoff)
                {
                    continue;
                }
                page.Add(blob.Name.Id);
                if (page.Count == PageSize)
                {
                    removed += await RemoveUnwantedAsync(kind, page, cancellationToken);
                    page.Clear();
                }
            }
            removed += await RemoveUnwantedAsync(kind, page, cancellationToken);
        }
        return removed;
    }

    private async Task<int> RemoveUnwantedAsync(BlobKind kind, List<Guid> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return 0;
        }
        var wanted = await rows.WantedAsync(kind, page, cancellationToken);
        int removed = 0;
        foreach (var id in page.Where(id => !wanted.Contains(id)))
        {
            removed += await blobs.DeleteAsync(new BlobName(kind, id), cancellationToken) ? 1 : 0;
        }
        return removed;
    }
}
