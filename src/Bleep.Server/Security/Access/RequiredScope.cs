namespace Bleep.Server.Security.Access;

/// <summary>Metadata of an endpoint: what a key must be good for.</summary>
/// <param name="Scope">The scope.</param>
internal sealed record RequiredScope(ApiScopes Scope);
