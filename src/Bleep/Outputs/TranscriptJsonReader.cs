using System.Text.Json;
using Bleep.Dialogues;
using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Outputs;

/// <summary>
/// Reads a transcript with word times in the AssemblyAI shape: <c>words</c> of <c>text</c>, <c>start</c> and <c>end</c> in
/// milliseconds and, where known, <c>confidence</c>, <c>speaker</c> and <c>channel</c>; or <c>utterances</c> that hold such words.
/// </summary>
public static class TranscriptJsonReader
{
    /// <summary>The largest transcript file that is read: 256 MiB, more than a day of speech.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>Silence that ends a turn although the same speaker goes on.</summary>
    private static readonly TimeSpan s_turnPause = TimeSpan.FromSeconds(1.2);

    /// <summary>Reads a transcript from a stream.</summary>
    /// <param name="stream">The JSON; read to its end, not closed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TranscriptReadException">It is too large or no transcript.</exception>
    public static async Task<Transcript> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] block = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > MaxBytes)
            {
                throw new TranscriptReadException($"larger than {MaxBytes / (1024 * 1024)} MiB");
            }
        }
        return Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    /// <summary>Reads a transcript from memory.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <exception cref="TranscriptReadException">It is no transcript.</exception>
    public static Transcript Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(LoneSurrogates.Replace(utf8));
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new TranscriptReadException($"not valid JSON (line {(exception.LineNumber ?? 0) + 1})");
        }
    }

    private static Transcript Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new TranscriptReadException("a JSON object with \"words\" is expected");
        }
        var words = new List<(Word Word, string? Speaker, int? Channel)>();
        IReadOnlyList<Turn> turns;
        if (IsFilled(root, "utterances", out var utterances) && utterances.EnumerateArray().All(one => IsFilled(one, "words", out _)))
        {
            // An utterance ends where its writer says, even where the same speaker goes on.
            turns =
            [
                .. utterances.EnumerateArray().SelectMany(utterance =>
                {
                    var own = ReadWords(utterance.GetProperty("words"), Text(utterance, "speaker"), Channel(utterance)).ToList();
                    words.AddRange(own);
                    return Transcript.GroupIntoTurns(own, s_turnPause * 1000);
                }).OrderBy(turn => turn.Start),
            ];
        }
        else if (root.TryGetProperty("words", out var array) && array.ValueKind == JsonValueKind.Array)
        {
            words.AddRange(ReadWords(array, null, null));
            bool knowsSpeakers = words.Exists(entry => entry.Speaker is not null || entry.Channel is not null);
            turns = Transcript.GroupIntoTurns(words, knowsSpeakers ? s_turnPause : RecordingListener.MixedTurnPause);
        }
        else
        {
            throw new TranscriptReadException("the array \"words\" is missing");
        }
        return new Transcript(turns)
        {
            LanguageCode = Text(root, "language_code")?.Replace('_', '-') ?? "en",
            Duration = words.Count == 0 ? TimeSpan.Zero : words.Max(entry => entry.Word.End),
            ChannelCount = Math.Max(1, words.Select(entry => entry.Channel ?? 1).DefaultIfEmpty(1).Max()),
            IsFormatted = LooksFormatted([.. words.Select(entry => entry.Word.Text)]),
        };
    }

    /// <summary>
    /// Capitals other than 'I' and its contractions, or sentence marks, show that somebody formatted the words; a single name
    /// among many raw words does not.
    /// </summary>
    private static bool LooksFormatted(IReadOnlyCollection<string> texts)
    {
        int formatted = texts.Count(text => (text.EndsWith('.') && text.Length > 2) || text.EndsWith('?') || text.EndsWith(',')
            || (char.IsUpper(text[0]) && text != "I" && !text.StartsWith("I'", StringComparison.Ordinal)));
        return formatted > 0 && formatted * 50 >= texts.Count;
    }

    private static IEnumerable<(Word Word, string? Speaker, int? Channel)> ReadWords(JsonElement array, string? speaker, int? channel)
    {
        int index = 0;
        foreach (var word in array.EnumerateArray())
        {
            string where = $"word {index++}";
            if (word.ValueKind != JsonValueKind.Object || Text(word, "text") is not { } text)
            {
                throw new TranscriptReadException($"{where} has no \"text\"");
            }
            double startMs = Number(word, "start", where) ?? throw new TranscriptReadException($"{where} has no \"start\"");
            double endMs = Number(word, "end", where) ?? throw new TranscriptReadException($"{where} has no \"end\"");
            if (startMs < 0 || endMs < startMs || endMs > TimeSpan.FromDays(365).TotalMilliseconds)
            {
                throw new TranscriptReadException($"{where} has times that are negative, reversed or too large");
            }
            double confidence = Math.Clamp(Number(word, "confidence", where) ?? 1, 0, 1);
            var (wordSpeaker, wordChannel) = (Text(word, "speaker") ?? speaker, Channel(word) ?? channel);
            // A word with blanks inside is several words; its time is theirs together.
            foreach (string part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (new Word(part, Milliseconds(startMs), Milliseconds(endMs), confidence), wordSpeaker, wordChannel);
            }
        }
    }

    private static TimeSpan Milliseconds(double value) => TimeSpan.FromMilliseconds(value);

    private static bool IsFilled(JsonElement owner, string name, out JsonElement array) =>
        owner.TryGetProperty(name, out array) && array.ValueKind == JsonValueKind.Array && array.GetArrayLength() > 0;

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement owner, string name, string where)
    {
        if (!owner.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new TranscriptReadException($"{where}: \"{name}\" must be a number");
    }

    private static int? Channel(JsonElement owner)
    {
        if (!owner.TryGetProperty("channel", out var value))
        {
            return null;
        }
        bool isNumber = value.ValueKind == JsonValueKind.Number ? value.TryGetInt32(out int channel)
            : int.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : null, out channel);
        return isNumber && channel is >= 1 and <= 64 ? channel : null;
    }
}
