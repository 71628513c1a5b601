namespace Bleep.Api.Tests.Fixtures;

/// <summary>A webhook call as it came.</summary>
internal sealed record WebhookRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body);
