using System.Text.Json;

namespace Bleep.Dialogues;

/// <summary>One line of a dialogue file: what <c>bleep detect</c> reads and, with gold spans, what <c>bleep eval</c> reads.</summary>
/// <param name="Turns">The turns in the order they were said; may be empty.</param>
public sealed record Dialogue(IReadOnlyList<DialogueTurn> Turns)
{
    /// <summary>The caller's own name for the dialogue (a JSON string or number), given back untouched; null when there is none.</summary>
    public JsonElement? Id { get; init; }
}
