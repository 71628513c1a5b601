using System.Text.Json;
using System.Text.Json.Nodes;
using Bleep.Server.Jobs;
using Bleep.Server.Webhooks;

namespace Bleep.Server.AssemblyAi;

/// <summary>Makes up AssemblyAI's webhook calls: that of the redacted sound first, then that of the transcript.</summary>
/// <param name="links">Makes links to redacted sound.</param>
internal sealed class WebhookAnnouncer(RedactedMediaLinks links) : IJobAnnouncer
{
    /// <inheritdoc/>
    public IReadOnlyList<WebhookCall> CallsFor(TranscriptRecord transcript, JobOutcome outcome)
    {
        if (transcript.Request is not { Webhook: { } target, Work: { } work })
        {
            return [];
        }
        var calls = new List<WebhookCall>();
        if (work.Redaction is { Audio: { } audio })
        {
            bool isReady = outcome.Media == MediaState.Ready;
            // Receivers tell the two calls apart by their keys, so this one has both in every case.
            calls.Add(CallOf(WebhookKind.Audio, new JsonObject
            {
                ["status"] = isReady ? "redacted_audio_ready" : "error",
                ["redacted_audio_url"] = isReady ? links.Of(transcript.Id, audio.Format) : null,
            }));
        }
        calls.Add(CallOf(WebhookKind.Transcript, new JsonObject
        {
            ["transcript_id"] = transcript.Id.ToString(),
            ["status"] = outcome.Failure is null ? "completed" : "error",
        }));
        return calls;

        WebhookCall CallOf(WebhookKind kind, JsonObject body) => new(
            kind, target.Url, target.Header, JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web));
    }
}
