using Bleep.Server.Security;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Streaming.Access;

/// <summary>
/// Finds out who opens a session: by an API key or a token in the <c>Authorization</c> header, or a token as <c>?token=</c>. Keys are not taken
/// from the address, which proxies write into logs.
/// </summary>
/// <param name="options">The server's settings.</param>
/// <param name="keys">The keys.</param>
/// <param name="tokens">The tokens.</param>
internal sealed class StreamingAccess(ServerOptions options, ApiKeys keys, StreamingTokens tokens)
{
    /// <summary>Longest session where no token says less.</summary>
    public static readonly TimeSpan MaxSession = TimeSpan.FromHours(3);

    private const string Bearer = "Bearer ";

    /// <summary>Finds the caller of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The caller, or null when there is no good key or token.</returns>
    public async Task<StreamingCaller?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (options.NoAuthentication)
        {
            return new StreamingCaller(Caller.Anonymous, tokens.TryRead(QueryToken(request), out var limit) ? limit.MaxSession : MaxSession);
        }
        string header = HeaderText(request);
        if (await keys.VerifyAsync(header, cancellationToken) is { } shown)
        {
            return CallerOf(shown, MaxSession);
        }
        return (tokens.TryRead(header, out var token) || tokens.TryRead(QueryToken(request), out token))
            && await keys.FindAsync(token.KeyId, cancellationToken) is { } key
            ? CallerOf(key, token.MaxSession)
            : null;
    }

    private static StreamingCaller? CallerOf(ApiKey key, TimeSpan maxSession) => key.Scopes.HasFlag(ApiScopes.Transcripts)
        ? new StreamingCaller(new Caller(key.Id) { Scopes = key.Scopes }, maxSession)
        : null;

    private static string QueryToken(HttpRequest request) => request.Query["token"] is [{ } value] ? value : "";

    private static string HeaderText(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } value])
        {
            return "";
        }
        value = value.Trim();
        return value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].TrimStart() : value;
    }
}
