using System.Text.Json;

namespace Bleep.Dialogues;

/// <summary>Turns one JSON object into a <see cref="Dialogue"/>. Unknown fields are ignored.</summary>
public static class DialogueParser
{
    /// <summary>Parses one line.</summary>
    /// <param name="utf8">The line's bytes; lone surrogates and malformed UTF-8 read as U+FFFD.</param>
    /// <exception cref="DialogueFormatException">The line is not JSON or not a dialogue.</exception>
    public static Dialogue Parse(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(LoneSurrogates.Replace(utf8));
        }
        catch (JsonException exception)
        {
            throw new DialogueFormatException($"not valid JSON (at byte {exception.BytePositionInLine ?? 0})");
        }
        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new DialogueFormatException("a JSON object with \"turns\" is expected");
            }
            if (!root.TryGetProperty("turns", out var turns) || turns.ValueKind != JsonValueKind.Array)
            {
                throw new DialogueFormatException("the array \"turns\" is missing");
            }
            var parsed = new List<DialogueTurn>(turns.GetArrayLength());
            foreach (var turn in turns.EnumerateArray())
            {
                parsed.Add(ParseTurn(turn, parsed.Count));
            }
            return new Dialogue(parsed) { Id = ParseId(root) };
        }
    }

    private static JsonElement? ParseId(JsonElement root)
    {
        if (!root.TryGetProperty("id", out var id) || id.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        return id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.Clone()
            : throw new DialogueFormatException("\"id\" must be a string or a number");
    }

    private static DialogueTurn ParseTurn(JsonElement turn, int index)
    {
        string where = $"turn {index}";
        if (turn.ValueKind != JsonValueKind.Object)
        {
            throw new DialogueFormatException($"{where} is not an object");
        }
        var words = Get(turn, "words") is { } wordArray ? Array(wordArray, where, "words", JsonValueKind.String, word => word.GetString()!) : null;
        string? text = Get(turn, "text") is { } textValue ? Text(textValue, where, "text") : null;
        if (words is null == text is null)
        {
            throw new DialogueFormatException($"{where} needs either \"words\" or \"text\"");
        }
        var startMs = Numbers(turn, where, "start_ms", words?.Count);
        var endMs = Numbers(turn, where, "end_ms", words?.Count);
        if (startMs is not null && endMs is not null)
        {
            for (int word = 0; word < startMs.Count; word++)
            {
                if (startMs[word] < 0 || endMs[word] < startMs[word] || endMs[word] > TimeSpan.MaxValue.TotalMilliseconds / 2)
                {
                    throw new DialogueFormatException($"{where} has a word with times that are negative, reversed or too large");
                }
            }
        }
        int length = words?.Count ?? CodePoints.Count(text!);
        return new DialogueTurn
        {
            Speaker = Get(turn, "speaker") is { } speaker ? Text(speaker, where, "speaker") : null,
            Words = words,
            Text = text,
            StartMs = startMs,
            EndMs = endMs,
            Confidence = Numbers(turn, where, "confidence", words?.Count),
            Spans = Get(turn, "spans") is { } spans
                ? Array(spans, where, "spans", JsonValueKind.Object, span => ParseSpan(span, where, length)) : [],
            Unlabelled = Get(turn, "unlabelled") is { } ranges
                ? Array(ranges, where, "unlabelled", JsonValueKind.Array, range => ParseRange(range, where, length)) : [],
        };
    }

    private static GoldSpan ParseSpan(JsonElement span, string where, int length)
    {
        (int start, int end) = CheckRange(Index(Get(span, "start"), where), Index(Get(span, "end"), where), where, length);
        string policy = Get(span, "policy") is { } name
            ? Text(name, where, "policy")
            : throw new DialogueFormatException($"{where} has a span without \"policy\"");
        bool optional = Get(span, "optional") is { ValueKind: JsonValueKind.True };
        return new GoldSpan(start, end, policy, optional, Get(span, "group") is { } group ? Text(group, where, "group") : null);
    }

    private static (int Start, int End) ParseRange(JsonElement range, string where, int length) => range.GetArrayLength() == 2
        ? CheckRange(Index(range[0], where), Index(range[1], where), where, length)
        : throw new DialogueFormatException($"{where} has an \"unlabelled\" range that is not [start, end]");

    private static (int Start, int End) CheckRange(int start, int end, string where, int length) => 0 <= start && start <= end && end <= length
        ? (start, end)
        : throw new DialogueFormatException($"{where} has a range outside the turn");

    private static int Index(JsonElement? value, string where) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int index)
            ? index
            : throw new DialogueFormatException($"{where} has a range whose ends are not whole numbers");

    private static JsonElement? Get(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Text(JsonElement value, string where, string name) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new DialogueFormatException($"{where}: \"{name}\" must be a string");

    private static List<T> Array<T>(JsonElement value, string where, string name, JsonValueKind kind, Func<JsonElement, T> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw new DialogueFormatException($"{where}: \"{name}\" must be an array");
        }
        var items = new List<T>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            items.Add(item.ValueKind == kind
                ? read(item)
                : throw new DialogueFormatException($"{where}: \"{name}\" holds a value of another type than {kind.ToString().ToLowerInvariant()}"));
        }
        return items;
    }

    private static List<double>? Numbers(JsonElement turn, string where, string name, int? count)
    {
        if (Get(turn, name) is not { } value)
        {
            return null;
        }
        // Turns as text may carry one time for the whole turn; only values for words mean something here.
        if (count is null || value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }
        var numbers = Array(value, where, name, JsonValueKind.Number, number => number.GetDouble());
        return numbers.Count == count && numbers.TrueForAll(double.IsFinite)
            ? numbers
            : throw new DialogueFormatException($"{where}: \"{name}\" must have one value a word");
    }
}
