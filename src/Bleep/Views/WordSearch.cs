using System.Diagnostics.CodeAnalysis;
using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Views;

/// <summary>
/// Finds words and phrases in a transcript. Case and punctuation do not matter, so that <c>[PERSON_NAME],</c> is found by
/// <c>person_name</c>; a hash has no letters and is never found. A phrase lies within one turn.
/// </summary>
public static class WordSearch
{
    /// <summary>Most words of a phrase.</summary>
    public const int MaxPhraseWords = 5;

    /// <summary>Most phrases of one search.</summary>
    public const int MaxPhrases = 1000;

    /// <summary>Reads the phrases of a query.</summary>
    /// <param name="query">Phrases between commas; empty ones and repetitions are left out.</param>
    /// <param name="phrases">The phrases as they were written, trimmed.</param>
    /// <param name="error">What is wrong, in one sentence without the words.</param>
    /// <returns>True when there is a phrase and none is too long.</returns>
    public static bool TryReadPhrases(
        string? query, [NotNullWhen(true)] out IReadOnlyList<string>? phrases, [NotNullWhen(false)] out string? error)
    {
        string[] parts =
        [
            .. (query ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .DistinctBy(part => string.Join(' ', FormsOf(part))),
        ];
        error = parts.Length switch
        {
            0 => "At least one word to look for is needed.",
            > MaxPhrases => $"At most {MaxPhrases} words or phrases can be looked for.",
            _ when parts.Any(part => FormsOf(part).Length > MaxPhraseWords) => $"A phrase may have {MaxPhraseWords} words at most.",
            _ => null,
        };
        phrases = error is null ? parts : null;
        return error is null;
    }

    /// <summary>Finds phrases.</summary>
    /// <param name="turns">The turns, redacted or not.</param>
    /// <param name="phrases">The phrases.</param>
    /// <returns>The phrases that were found, in their order.</returns>
    public static IReadOnlyList<WordSearchMatch> Find(IReadOnlyList<RedactedTurn> turns, IEnumerable<string> phrases)
    {
        var positions = PositionsOf(turns);
        var byForm = new Dictionary<string, List<(int Turn, int Word)>>(StringComparer.Ordinal);
        string[][] forms = [.. turns.Select(turn => turn.Words.Select(word => FormOf(word.Text)).ToArray())];
        for (int turn = 0; turn < forms.Length; turn++)
        {
            for (int word = 0; word < forms[turn].Length; word++)
            {
                if (!byForm.TryGetValue(forms[turn][word], out var places))
                {
                    byForm.Add(forms[turn][word], places = []);
                }
                places.Add((turn, word));
            }
        }
        var matches = new List<WordSearchMatch>();
        foreach (string phrase in phrases)
        {
            string[] wanted = FormsOf(phrase);
            if (wanted.Length == 0 || !byForm.TryGetValue(wanted[0], out var starts))
            {
                continue;
            }
            WordPlace[] places =
            [
                .. starts.Where(start => forms[start.Turn].AsSpan(start.Word).StartsWith(wanted))
                    .Select(start => PlaceOf(turns[start.Turn].Words, start.Word, wanted.Length, positions[start.Turn][start.Word]))
                    .OrderBy(place => place.Index),
            ];
            if (places.Length > 0)
            {
                matches.Add(new WordSearchMatch(phrase, places));
            }
        }
        return matches;
    }

    private static WordPlace PlaceOf(IReadOnlyList<RedactedWord> words, int start, int length, int index) =>
        new(index, new TimeRange(words[start].Start, words[start + length - 1].End));

    /// <summary>For each word its index in the list of all words.</summary>
    private static int[][] PositionsOf(IReadOnlyList<RedactedTurn> turns)
    {
        int[][] positions = [.. turns.Select(turn => new int[turn.Words.Count])];
        var order = turns.SelectMany((turn, number) => turn.Words.Select((word, index) => (word.Start, Turn: number, Word: index))).OrderBy(entry => entry.Start);
        foreach (var (index, entry) in order.Index())
        {
            positions[entry.Turn][entry.Word] = index;
        }
        return positions;
    }

    private static string[] FormsOf(string phrase) =>
        [.. phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FormOf).Where(form => form.Length > 0)];

    private static string FormOf(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
