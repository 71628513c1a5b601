namespace Bleep.Api.Tests.Fixtures;

/// <summary>What a <see cref="LocalSite"/> was asked.</summary>
/// <param name="Path">Path of the address.</param>
/// <param name="Query">Query of the address with its question mark; empty without one.</param>
/// <param name="Headers">Headers by name.</param>
/// <param name="Body">The body.</param>
internal sealed record SiteRequest(string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body);
