using Bleep.Dialogues;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Training.Tagger;

/// <summary>Reads generated dialogues with gold spans.</summary>
internal static class DialogueSource
{
    /// <summary>Reads a file of dialogues.</summary>
    public static async Task<List<LabelledDocument>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var documents = new List<LabelledDocument>();
        await using var stream = file.OpenRead();
        await foreach (var line in new JsonLineReader(stream).ReadAsync(cancellationToken))
        {
            var dialogue = DialogueParser.Parse(line.Utf8);
            bool isSpoken = dialogue.Turns.Any(turn => turn.Words is not null);
            documents.Add(new LabelledDocument(Path.GetFileNameWithoutExtension(file.Name), isSpoken, [.. dialogue.Turns.Select(Label)]));
        }
        return documents;
    }

    private static LabelledText Label(DialogueTurn turn)
    {
        string text = turn.Text ?? string.Join(' ', turn.Words!);
        int[] offsets = turn.Text is null ? WordStarts(turn.Words!) : PointStarts(text);
        // A range of words ends before the blank that follows.
        int gap = turn.Text is null ? 1 : 0;
        var ranges = new List<LabelledRange>();
        foreach (var span in turn.Spans.OrderBy(span => span.Start).ThenByDescending(span => KindOf(span)))
        {
            int start = offsets[span.Start], end = offsets[span.End] - gap;
            if (KindOf(span) is { } kind && end > start && (ranges.Count == 0 || ranges[^1].End <= start))
            {
                ranges.Add(new LabelledRange(start, end, IsCode(text[start..end]) ? LabelledRange.Unknown : kind));
            }
        }
        foreach (var (from, to) in turn.Unlabelled)
        {
            int start = offsets[from], end = offsets[to] - gap;
            if (end > start && !ranges.Exists(range => range.Start < end && start < range.End))
            {
                ranges.Add(new LabelledRange(start, end, LabelledRange.Unknown));
            }
        }
        ranges.Sort((left, right) => left.Start.CompareTo(right.Start));
        return new LabelledText(text, ranges);
    }

    private static int? KindOf(GoldSpan span)
    {
        int? kind = span.Policy switch
        {
            "person_name" => 0,
            "location" or "location_city" or "location_state" or "location_country" => 1,
            "organization" or "organization_medical_facility" => 2,
            // Made of names or of letters: other recognisers know them by their form.
            "location_address" or "location_address_street" or "email_address" or "url" or "username" or "password" or "filename" or "product"
                or "event" or "banking_information" => LabelledRange.Unknown,
            _ => null,
        };
        return kind >= 0 && span.Optional ? LabelledRange.Unknown : kind;
    }

    // Spelled names, addresses with numbers, coordinates: recognisers of their own find them by their form.
    private static bool IsCode(string value)
    {
        string[] words = value.Split(' ', '-', '.');
        return words.Count(word => word.Length == 1) > 1 || value.Any(char.IsDigit) || words.Any(IsNumberWord);
    }

    private static bool IsNumberWord(string word) =>
        LanguagePack.For("en").Words is var words && words.Find(word.ToLowerInvariant()) is var id && id >= 0 && (words.Classes(id) & WordClass.AnyNumberWord) != 0;

    private static int[] WordStarts(IReadOnlyList<string> words)
    {
        var starts = new int[words.Count + 1];
        for (int word = 0; word < words.Count; word++)
        {
            starts[word + 1] = starts[word] + words[word].Length + 1;
        }
        return starts;
    }

    private static int[] PointStarts(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (int index = 0; index < text.Length; index++)
        {
            starts.Add(index);
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 1 : 0;
        }
        starts.Add(text.Length);
        return [.. starts];
    }
}
