using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bleep.Speech.Hosting.Protocol;

/// <summary>The messages as JSON.</summary>
[JsonSerializable(typeof(HelloMessage))]
[JsonSerializable(typeof(EngineSpec))]
[JsonSerializable(typeof(JobMessage))]
[JsonSerializable(typeof(WordsMessage))]
[JsonSerializable(typeof(ErrorMessage))]
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class HostJson : JsonSerializerContext
{
    /// <summary>Reads the message of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="type">The message's type.</param>
    /// <exception cref="InvalidDataException">The body is no such message. The text of the body appears nowhere.</exception>
    public static T Read<T>(Frame frame, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(frame.Payload.Span, type) ?? throw new InvalidDataException("not a message");
        }
        catch (JsonException)
        {
            // The parser's message may quote what it could not read.
            throw new InvalidDataException("not a message");
        }
    }
}
