namespace Bleep.Server.Jobs;

/// <summary>Remembers whose upload is whose.</summary>
public interface IUploadStore
{
    /// <summary>Bytes that all uploads take together.</summary>
    /// <param name="cancellationToken">Stops the count.</param>
    Task<long> TotalBytesAsync(CancellationToken cancellationToken);

    /// <summary>Remembers an upload.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Id of the key.</param>
    /// <param name="sizeBytes">Its size.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    Task AddAsync(Guid id, string owner, long sizeBytes, CancellationToken cancellationToken);

    /// <summary>Tells whether an owner has an upload.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Id of the key.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    Task<bool> ExistsAsync(Guid id, string owner, CancellationToken cancellationToken);

    /// <summary>Forgets an upload unless a job that has not ended needs it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    /// <returns>True when it is forgotten and its content can be removed.</returns>
    Task<bool> RemoveUnusedAsync(Guid id, CancellationToken cancellationToken);
}
