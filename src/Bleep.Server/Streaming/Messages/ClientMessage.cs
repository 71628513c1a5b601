using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bleep.Server.Streaming.Messages;

/// <summary>A text message of a client: its type, and for <c>UpdateConfiguration</c> what is to change.</summary>
public sealed class ClientMessage
{
    /// <summary><c>ForceEndpoint</c>, <c>KeepAlive</c>, <c>Terminate</c> or <c>UpdateConfiguration</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The fields beside it.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Fields { get; set; }
}
