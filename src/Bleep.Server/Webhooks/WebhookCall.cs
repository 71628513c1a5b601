namespace Bleep.Server.Webhooks;

/// <summary>One call to a client's receiver. All attempts send the same bytes.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Url">Absolute http or https URL with its query string; private.</param>
/// <param name="Header">The client's own header, or null.</param>
/// <param name="Body">JSON, UTF-8.</param>
public sealed record WebhookCall(WebhookKind Kind, string Url, WebhookHeader? Header, byte[] Body)
{
    /// <summary>The kind alone.</summary>
    public override string ToString() => $"{Kind} call";
}
