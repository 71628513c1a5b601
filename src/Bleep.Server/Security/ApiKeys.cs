using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bleep.Server.Storage;

namespace Bleep.Server.Security;

/// <summary>Makes, checks, lists and revokes API keys. Thread-safe.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ApiKeys(IApiKeyStore store, TimeProvider timeProvider)
{
    /// <summary>Longest name of a key, in characters.</summary>
    public const int MaxNameLength = 100;

    private const int MaxRemembered = 1024;

    // For so long a key that another process revoked may still be good here.
    private static readonly TimeSpan s_memory = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new();

    /// <summary>Makes a key.</summary>
    /// <param name="name">What to call it; up to <see cref="MaxNameLength"/> characters.</param>
    /// <param name="scopes">What it may be used for.</param>
    /// <param name="cancellationToken">Stops before it is kept.</param>
    /// <returns>The key and its text, which cannot be had again.</returns>
    public async Task<(ApiKey Key, string Text)> CreateAsync(string name, ApiScopes scopes, CancellationToken cancellationToken)
    {
        var (key, text) = New(name, scopes);
        await store.AddAsync(key, ApiKeyText.Hash(text), cancellationToken);
        return (key, text);
    }

    /// <summary>Makes the first key of a server, for all scopes, unless there is or was one.</summary>
    /// <param name="folder">The data folder; takes the key in a file of its own (mode 0600) where there is no terminal.</param>
    /// <param name="terminal">The terminal to show the key on, or null: it must not end up in a log.</param>
    /// <param name="cancellationToken">Stops before it is kept.</param>
    /// <returns>The file with the key, or null when none was written.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<string?> ProvideFirstAsync(DataFolder folder, TextWriter? terminal, CancellationToken cancellationToken)
    {
        if ((await store.ListAsync(cancellationToken)).Count > 0)
        {
            return null;
        }
        var (key, text) = New("first", ApiScopes.All);
        if (terminal is null)
        {
            // Before it is kept: a key that nobody got to see would stay the first one for ever.
            PrivateFile.Write(folder.FirstKeyFile, System.Text.Encoding.ASCII.GetBytes($"{text}\n"));
        }
        await store.AddAsync(key, ApiKeyText.Hash(text), cancellationToken);
        if (terminal is not null)
        {
            await terminal.WriteLineAsync($"API key, shown this once: {text}".AsMemory(), cancellationToken);
        }
        return terminal is null ? folder.FirstKeyFile : null;
    }

    /// <summary>Finds the key that a client shows.</summary>
    /// <param name="text">What it sent.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The key, or null when it is none, a wrong one, or revoked.</returns>
    public async ValueTask<ApiKey?> VerifyAsync(string text, CancellationToken cancellationToken)
    {
        if (!ApiKeyText.TryReadId(text, out string? id))
        {
            return null;
        }
        byte[] hash = ApiKeyText.Hash(text);
        var now = timeProvider.GetUtcNow();
        if (!_remembered.TryGetValue(id, out var known) || known.Until <= now)
        {
            if (await store.FindAsync(id, cancellationToken) is not { } found)
            {
                return null;
            }
            known = new Remembered(found.Key, found.Hash, now + s_memory);
            // Only keys that exist are remembered, so that made-up ones push nothing out.
            if (_remembered.Count >= MaxRemembered)
            {
                _remembered.Clear();
            }
            _remembered[id] = known;
        }
        // The id is no secret and may be looked up; the secret is compared without telling how far it was right.
        return CryptographicOperations.FixedTimeEquals(known.Hash, hash) && known.Key.RevokedAt is null ? known.Key : null;
    }

    /// <summary>Finds a key by its id, for what was made with it and lives on by itself.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The key, or null when there is none or it is revoked.</returns>
    public async Task<ApiKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { Key: { RevokedAt: null } key } ? key : null;

    /// <summary>Revokes a key. Other processes refuse it within five seconds.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops before it is revoked.</param>
    /// <returns>False when there is no such key.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        bool isFound = await store.RevokeAsync(id, timeProvider.GetUtcNow(), cancellationToken);
        _remembered.TryRemove(id, out _);
        return isFound;
    }

    /// <summary>All keys, revoked ones too, oldest first.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    private (ApiKey Key, string Text) New(string name, ApiScopes scopes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxNameLength, nameof(name));
        (string id, string text) = ApiKeyText.Create();
        return (new ApiKey(id, name, scopes, timeProvider.GetUtcNow(), RevokedAt: null), text);
    }

    private sealed record Remembered(ApiKey Key, byte[] Hash, DateTimeOffset Until);
}
