using System.Text.Json.Serialization;

namespace Bleep.Server.Webhooks;

/// <summary>How calls are written before they are sealed.</summary>
[JsonSerializable(typeof(WebhookCall))]
internal sealed partial class WebhookJson : JsonSerializerContext;
