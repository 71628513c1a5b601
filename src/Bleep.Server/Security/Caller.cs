namespace Bleep.Server.Security;

/// <summary>Whose request it is. What one caller owns is invisible to all others.</summary>
/// <param name="KeyId">Id of the API key; <see cref="Anonymous"/>'s where the server asks for none.</param>
public sealed record Caller(string KeyId)
{
    /// <summary>The one caller of a server without keys.</summary>
    public static Caller Anonymous { get; } = new("anonymous") { Scopes = ApiScopes.All };

    /// <summary>What the caller may do.</summary>
    public ApiScopes Scopes { get; init; } = ApiScopes.Transcripts;
}
