using System.Text.Json.Serialization;

namespace Bleep.Server.Streaming.Messages;

/// <summary>How the streaming face reads and writes JSON. Nothing null is written: clients take the mere key <c>error</c> for a failure.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(TokenErrorResponse))]
[JsonSerializable(typeof(BeginMessage))]
[JsonSerializable(typeof(SpeechStartedMessage))]
[JsonSerializable(typeof(TurnMessage))]
[JsonSerializable(typeof(TerminationMessage))]
[JsonSerializable(typeof(ErrorMessage))]
[JsonSerializable(typeof(WarningMessage))]
[JsonSerializable(typeof(ClientMessage))]
internal sealed partial class StreamingJson : JsonSerializerContext;
