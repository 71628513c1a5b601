namespace Bleep.Server.Storage;

/// <summary>
/// Keeps bytes under names. An object appears whole or not at all and is never changed. What is private is sealed before it comes here.
/// </summary>
public interface IBlobStore
{
    /// <summary>Stores an object, in place of one of the same name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes the content; when it throws, nothing is stored.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is stored then.</param>
    /// <returns>Its size in bytes.</returns>
    Task<long> PutAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Opens an object for reading.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>A seekable stream, or null when there is no such object.</returns>
    Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>Removes an object.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops before the removal.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>All objects of a kind, in no particular order.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    IAsyncEnumerable<BlobInfo> ListAsync(BlobKind kind, CancellationToken cancellationToken);

    /// <summary>Removes what writing left behind that was cut off, by the end of a process above all. Writing that goes on is not touched.</summary>
    /// <param name="before">Only what was begun before this time.</param>
    /// <param name="cancellationToken">Stops between two removals.</param>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Throws unless an object can be stored now; for the readiness check.</summary>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="IOException">The store does not work.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
