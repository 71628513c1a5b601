namespace Bleep.Server.Jobs;

/// <summary>Remembers whose upload is whose.</summary>
public interface IUploadStore
{
    /// <summary>Bytes that all uploads take together.</summary>
    /// <param name="cancellationToken">Stops the count.</param>
    Task<long> TotalBytesAsync(CancellationToken cancellationToken);

    /// <summary>Remembers an upload, unless all uploads together would take too much.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Id of the key.</param>
    /// <param name="sizeBytes">Its size.</param>
    /// <param name="maxTotalBytes">Most bytes that all uploads may take together.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>False when there is no room; then nothing is remembered and the content should be removed.</returns>
    Task<bool> AddAsync(Guid id, string owner, long sizeBytes, long maxTotalBytes, CancellationToken cancellationToken);

    /// <summary>Forgets an upload unless a job that has not ended needs it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    /// <returns>True when it is forgotten and its content can be removed.</returns>
    Task<bool> RemoveUnusedAsync(Guid id, CancellationToken cancellationToken);
}
