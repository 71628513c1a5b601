namespace Bleep.Server.Security;

/// <summary>
/// Where API keys are kept, as SHA-256 hashes. A plain hash suffices: a key is 256 random bits, which no dictionary holds and nobody can try
/// through, unlike a password.
/// </summary>
public interface IApiKeyStore
{
    /// <summary>Adds a key.</summary>
    /// <param name="key">What is known of it.</param>
    /// <param name="hash">SHA-256 of its text, 32 bytes.</param>
    /// <param name="cancellationToken">Stops before the writing.</param>
    Task AddAsync(ApiKey key, byte[] hash, CancellationToken cancellationToken);

    /// <summary>Finds a key, revoked ones too.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The key and the hash of its text, or null.</returns>
    Task<(ApiKey Key, byte[] Hash)?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All keys, revoked ones too, oldest first.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Revokes a key; one that is revoked stays revoked since then.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="at">The time.</param>
    /// <param name="cancellationToken">Stops before the writing.</param>
    /// <returns>False when there is no such key.</returns>
    Task<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken);
}
