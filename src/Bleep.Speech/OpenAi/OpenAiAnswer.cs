using System.Globalization;
using System.Text.Json;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Timing;

namespace Bleep.Speech.OpenAi;

/// <summary>
/// Reads what servers answer to <c>verbose_json</c>. They differ: words stand at the top (OpenAI), in segments (faster-whisper,
/// whisper.cpp) or nowhere (vLLM); they are whole words, or the model's tokens; they have marks or not; times are numbers of seconds or
/// text.
/// </summary>
/// <param name="Words">The words, times from the start of the piece.</param>
/// <param name="IsEstimated">True when some times are estimates.</param>
internal sealed record OpenAiAnswer(IReadOnlyList<HostedWord> Words, bool IsEstimated)
{
    /// <summary>How far a time may lie outside of the audio; more is nonsense.</summary>
    private const double SlackSeconds = 1;

    /// <summary>Reads an answer.</summary>
    /// <param name="body">Its body.</param>
    /// <param name="lengthMs">Length of the audio.</param>
    /// <exception cref="SpeechException">It is no answer to this question.</exception>
    public static OpenAiAnswer Read(ReadOnlyMemory<byte> body, int lengthMs)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, lengthMs);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The parser's message may quote what it could not read.
            throw new SpeechException(SpeechErrorKind.ServerFailed, "the recognition server's answer is not verbose_json; check --engine-url");
        }
    }

    private static OpenAiAnswer Read(JsonElement root, int lengthMs)
    {
        string? text = Member(root, "text")?.GetString();
        var segments = Array(root, "segments");
        if (text is null && segments.Count == 0)
        {
            throw new FormatException();
        }
        text ??= string.Concat(segments.Select(segment => Member(segment, "text")?.GetString()));
        var parts = Array(root, "words");
        if (parts.Count > 0 && ReadWords(parts, segments, lengthMs) is { } words)
        {
            return new OpenAiAnswer(WithMarks(words, text), false);
        }
        if (segments.Count == 0)
        {
            return new OpenAiAnswer(SpreadWords.Over(text, 0, lengthMs), text.AsSpan().Trim().Length > 0);
        }
        return ReadSegments(segments, lengthMs);
    }

    private static OpenAiAnswer ReadSegments(IReadOnlyList<JsonElement> segments, int lengthMs)
    {
        var words = new List<HostedWord>();
        bool isEstimated = false;
        foreach (var segment in segments)
        {
            var text = Member(segment, "text")?.GetString() ?? "";
            if (ReadWords(Array(segment, "words"), [], lengthMs) is { Count: > 0 } told)
            {
                words.AddRange(WithMarks(told, text));
                continue;
            }
            double start = Time(segment, "start") ?? 0, end = Time(segment, "end") ?? lengthMs / 1000.0;
            bool makesSense = start >= 0 && end >= start && end <= (lengthMs / 1000.0) + SlackSeconds;
            words.AddRange(SpreadWords.Over(text, makesSense ? Ms(start, lengthMs) : 0, makesSense ? Ms(end, lengthMs) : lengthMs, ConfidenceOf(segment)));
            isEstimated |= text.AsSpan().Trim().Length > 0;
        }
        return new OpenAiAnswer(SpreadWords.InOrder(words), isEstimated);
    }

    /// <summary>The words of a list, or null when their times make no sense.</summary>
    private static List<HostedWord>? ReadWords(IReadOnlyList<JsonElement> parts, IReadOnlyList<JsonElement> segments, int lengthMs)
    {
        var words = new List<HostedWord>();
        bool areTokens = parts.Skip(1).Any(part => TextOf(part) is [' ', ..]);
        foreach (var part in parts)
        {
            var text = TextOf(part);
            var trimmed = text.Trim();
            if (trimmed.Length == 0 || trimmed is ['[', '_', ..] or ['<', '|', ..])
            {
                continue;
            }
            if (Time(part, "start") is not { } start || Time(part, "end") is not { } end
                || start < -SlackSeconds || end < start || end > (lengthMs / 1000.0) + SlackSeconds)
            {
                return null;
            }
            double confidence = ConfidenceOf(part) is < 1 and var own ? own : segments.Where(segment => Time(segment, "start") <= start && start <= Time(segment, "end"))
                .Select(ConfidenceOf).FirstOrDefault(1);
            int startMs = Ms(start, lengthMs), endMs = Ms(end, lengthMs);
            if (words.Count > 0 && ((areTokens && text[0] != ' ') || !trimmed.Any(char.IsLetterOrDigit)))
            {
                var before = words[^1];
                words[^1] = before with { Text = before.Text + trimmed, EndMs = Math.Max(before.EndMs, endMs), Confidence = Math.Min(before.Confidence, confidence) };
                continue;
            }
            if (words.Count > 0 && startMs < words[^1].StartMs)
            {
                return null;
            }
            words.Add(new HostedWord(Compact(trimmed), startMs, endMs, confidence));
        }
        return words;
    }

    /// <summary>Where words come without marks and capitals but the text has them, the text's are taken.</summary>
    private static List<HostedWord> WithMarks(List<HostedWord> words, string text)
    {
        var written = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool areSame = written.Length == words.Count && written.Zip(words).All(pair => Bare(pair.First).SequenceEqual(Bare(pair.Second.Text)));
        return areSame ? [.. words.Zip(written, (word, form) => word with { Text = form })] : words;
    }

    private static IEnumerable<char> Bare(string text) => text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);

    private static string Compact(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));

    private static string TextOf(JsonElement part) => (Member(part, "word") ?? Member(part, "text"))?.GetString() ?? "";

    private static double ConfidenceOf(JsonElement part)
    {
        foreach (var name in new[] { "probability", "confidence", "score" })
        {
            if (Member(part, name) is { ValueKind: JsonValueKind.Number } value)
            {
                return Math.Clamp(value.GetDouble(), 0, 1);
            }
        }
        return Member(part, "avg_logprob") is { ValueKind: JsonValueKind.Number } log ? Math.Clamp(Math.Exp(log.GetDouble()), 0, 1) : 1;
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static IReadOnlyList<JsonElement> Array(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>Seconds, as a number or as text: <c>1.5</c>, <c>1.5s</c>, <c>00:00:01.500</c>.</summary>
    private static double? Time(JsonElement parent, string name)
    {
        if (Member(parent, name) is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetDouble();
        }
        double seconds = 0;
        foreach (var part in (value.GetString() ?? "").TrimEnd('s').Replace(',', '.').Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return null;
            }
            seconds = (seconds * 60) + number;
        }
        return seconds;
    }

    private static int Ms(double seconds, int lengthMs) => (int)Math.Clamp(Math.Round(seconds * 1000), 0, lengthMs);
}
