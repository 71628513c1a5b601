namespace Bleep.Server.Security;

/// <summary>What is known of an API key; its secret is not.</summary>
/// <param name="Id">Its id, 12 hexadecimal digits; also the owner of what is made with it.</param>
/// <param name="Name">What its maker calls it; may be empty.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">Since when it is refused; null while it is good.</param>
public sealed record ApiKey(string Id, string Name, ApiScopes Scopes, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
