namespace Bleep.Server.Storage;

/// <summary>Removes what belongs together.</summary>
internal static class BlobRemoval
{
    private static readonly BlobKind[] s_outputs = [BlobKind.Result, BlobKind.Audio, BlobKind.Video];

    /// <summary>Removes all that a job made of a transcript; what is not there is passed over.</summary>
    /// <param name="blobs">The store.</param>
    /// <param name="id">The transcript.</param>
    /// <param name="cancellationToken">Stops between two removals.</param>
    public static async Task DeleteOutputsAsync(this IBlobStore blobs, Guid id, CancellationToken cancellationToken)
    {
        foreach (var kind in s_outputs)
        {
            await blobs.DeleteAsync(new BlobName(kind, id), cancellationToken);
        }
    }
}
