using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Values;

namespace Bleep.Synthesis.Errors;

/// <summary>
/// Puts the mistakes of a speech recogniser into a call: words that sound alike ("to" for "two", "are" for the letter r), words with the
/// same consonants, lost words, words cut in two. The gold spans move with the words; a span with a changed word gets the group
/// <c>misheard</c>, a span whose words are all lost goes. The written form is left alone. Thread-safe.
/// </summary>
public sealed class RecognizerErrors
{
    private static readonly Lazy<ILookup<string, string>> s_soundAlikes = new(() => Pairs("sound-alikes"));
    private static readonly Lazy<ILookup<string, string>> s_letters = new(() => Pairs("letter-sounds"));
    private static readonly Lazy<ILookup<string, string>> s_words = new(() => Vocabulary("common-words"));
    private static readonly Lazy<ILookup<string, string>> s_wordsAndNames = new(
        () => Vocabulary("common-words", "first-names-female", "first-names-male", "last-names", "streets", "login-words"));

    private readonly double _rate;

    /// <summary>Chooses how bad the recogniser is.</summary>
    /// <param name="wordErrorRate">About which share of the words goes wrong; names of letters go wrong four times as often. 0 to 0.5.</param>
    public RecognizerErrors(double wordErrorRate = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wordErrorRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wordErrorRate, 0.5);
        _rate = wordErrorRate;
    }

    /// <summary>The call as the recogniser wrote it. Turns of which nothing is left are kept, empty.</summary>
    /// <param name="call">The call as it was spoken.</param>
    /// <param name="seed">Decides which mistakes are made.</param>
    public SyntheticCall Apply(SyntheticCall call, long seed)
    {
        var random = new SeededRandom(seed).Fork("recogniser");
        return call with { Turns = [.. call.Turns.Select(turn => Apply(turn, random))] };
    }

    private CallTurn Apply(CallTurn turn, SeededRandom random)
    {
        var heard = new List<CallWord>();
        var starts = new int[turn.Words.Count + 1];
        var changed = new bool[turn.Words.Count];
        for (int index = 0; index < turn.Words.Count; index++)
        {
            starts[index] = heard.Count;
            var word = turn.Words[index];
            // Recognisers prefer common words; only what was a name or the like is taken for another one.
            bool isPrivate = turn.Spans.Any(span => span.Start <= index && index < span.End);
            if (Mishear(word, isPrivate ? s_wordsAndNames.Value : s_words.Value, random) is { } wrong)
            {
                changed[index] = true;
                heard.AddRange(wrong.Select(text => new CallWord(text)));
            }
            else
            {
                heard.Add(word);
            }
        }
        starts[turn.Words.Count] = heard.Count;
        var spans = new List<CallSpan>();
        foreach (var span in turn.Spans)
        {
            var (start, end) = (starts[span.Start], starts[span.End]);
            if (end > start)
            {
                bool isMisheard = changed.AsSpan(span.Start..span.End).Contains(true);
                string value = string.Join(' ', heard.Skip(start).Take(end - start).Select(word => word.Text));
                spans.Add(span with { Start = start, End = end, Value = value, Group = isMisheard ? "misheard" : span.Group });
            }
        }
        return turn with
        {
            Words = heard,
            Spans = spans,
            Unlabelled = [.. turn.Unlabelled.Select(range => (starts[range.Start], starts[range.End])).Where(range => range.Item2 > range.Item1)],
        };
    }

    private string[]? Mishear(CallWord word, ILookup<string, string> neighbours, SeededRandom random)
    {
        if (!random.Chance(Math.Min(word.IsLetter ? _rate * 4 : _rate, 0.9)))
        {
            return null;
        }
        var known = word.IsLetter ? s_letters.Value[word.Text] : s_soundAlikes.Value[word.Text];
        string[] alike = [.. known];
        if (alike.Length > 0 && random.Chance(0.75))
        {
            return random.Pick(alike).Split(' ');
        }
        if (random.Chance(0.2))
        {
            return [];
        }
        string[] near = [.. neighbours[SoundKey.Of(word.Text)]
            .Where(other => other != word.Text && Math.Abs(other.Length - word.Text.Length) <= 3)];
        if (near.Length > 0)
        {
            return [random.Pick(near)];
        }
        return word.Text.Length > 6 ? CutInTwo(word.Text, neighbours, random) : null;
    }

    // A word that nothing sounds like falls apart into words that its halves sound like.
    private static string[]? CutInTwo(string word, ILookup<string, string> neighbours, SeededRandom random)
    {
        int middle = word.Length / 2;
        string[] left = [.. neighbours[SoundKey.Of(word[..middle])]];
        string[] right = [.. neighbours[SoundKey.Of(word[middle..])]];
        return left.Length > 0 && right.Length > 0 ? [random.Pick(left), random.Pick(right)] : null;
    }

    private static ILookup<string, string> Pairs(string list) =>
        WordLists.Get(list).ToLookup(item => item.Written, item => item.Spoken);

    private static ILookup<string, string> Vocabulary(params string[] lists) => lists.SelectMany(WordLists.Get)
        .SelectMany(item => item.Spoken.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(word => word.Length > 1)
        .Distinct()
        .ToLookup(SoundKey.Of);
}
