namespace Bleep.Server.Webhooks;

/// <summary>A call that was taken from the store to be tried once.</summary>
/// <param name="Id">Id of the call.</param>
/// <param name="TranscriptId">The transcript it tells of.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Attempts">Attempts that ended before this one.</param>
/// <param name="Call">The call; null when it cannot be opened, because its key is not here.</param>
public sealed record WebhookDelivery(string Id, string TranscriptId, WebhookKind Kind, int Attempts, WebhookCall? Call);
