using System.Text.Json;
using Bleep.Live;
using Bleep.Server.Streaming.Messages;

namespace Bleep.Server.Streaming;

/// <summary>Reads an <c>UpdateConfiguration</c> message. Fields that this server has no use for say nothing.</summary>
internal static class ConfigurationUpdate
{
    private const int MaxSilenceMs = 60_000;

    /// <summary>The settings with what the message changes.</summary>
    /// <param name="settings">The settings in force.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="StreamingException">A field has a wrong value; nothing is changed then.</exception>
    public static TurnSettings Apply(TurnSettings settings, ClientMessage message)
    {
        foreach (var (name, value) in message.Fields ?? [])
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }
            settings = name switch
            {
                "end_of_turn_confidence_threshold" => settings with { EndConfidence = Number(name, value, 1) },
                "min_turn_silence" or "min_end_of_turn_silence_when_confident" => settings with { MinSilence = Silence(name, value) },
                "max_turn_silence" => settings with { MaxSilence = Silence(name, value) },
                "format_turns" => settings with
                {
                    FormatsTurns = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name),
                },
                _ => settings,
            };
        }
        return settings;
    }

    private static TimeSpan Silence(string name, JsonElement value) => TimeSpan.FromMilliseconds(Number(name, value, MaxSilenceMs));

    private static double Number(string name, JsonElement value, double max) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= 0 && number <= max ? number : throw Wrong(name);

    private static StreamingException Wrong(string name) => new(StreamingErrors.Input, $"`{name}` has a value that cannot be used");
}
