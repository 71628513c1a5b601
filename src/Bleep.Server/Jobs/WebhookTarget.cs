using Bleep.Server.Webhooks;

namespace Bleep.Server.Jobs;

/// <summary>Where the end of a job is told.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Header">A header to send along, or null.</param>
public sealed record WebhookTarget(string Url, WebhookHeader? Header);
