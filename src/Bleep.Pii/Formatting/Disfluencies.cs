using System.Collections.Frozen;
using Bleep.Pii.Languages;
using Bleep.Transcripts;

namespace Bleep.Pii.Formatting;

/// <summary>
/// What a reader does not miss: sounds that fill a pause, small words said again in stuttering, words broken off, and a recogniser's marks
/// for what is no speech. What repeats stays in the source of the word that is kept, so that a finding over either hides it.
/// </summary>
internal sealed class Disfluencies
{
    /// <summary>A word said again after a longer pause begins something new.</summary>
    private static readonly TimeSpan s_longestGap = TimeSpan.FromMilliseconds(700);

    private readonly FrozenSet<string> _fillers;
    private readonly FrozenSet<string> _stutters;

    /// <summary>Takes the word lists of a language; where it has none only marks for noise go.</summary>
    public Disfluencies(string language) =>
        (_fillers, _stutters) = (WordLists.Get(language, "fillers"), WordLists.Get(language, "stutters"));

    /// <summary>True for an empty word and a recogniser's mark: <c>[noise]</c>, <c>&lt;sil&gt;</c>.</summary>
    public static bool IsNoise(string word) => word.Length == 0 || word is ['[', .., ']'] or ['<', .., '>'] or ['+', '+', .., '+', '+'];

    /// <summary>True for what fills a pause, whatever punctuation is around it, and for what is no word in any language.</summary>
    public bool IsFiller(string word) => IsNoise(word) || _fillers.Contains(WordFrame.Of(word).Core);

    /// <summary>Finds the words of a turn that are written. Time is linear.</summary>
    public List<KeptWord> Remove(Turn turn)
    {
        var kept = new List<KeptWord>(turn.Words.Count);
        for (int index = 0; index < turn.Words.Count; index++)
        {
            if (IsFiller(turn.Words[index].Text))
            {
                continue;
            }
            int last = LastOfRun(turn, index);
            if (last > index && IsSpelled(turn, kept, last))
            {
                kept.AddRange(Enumerable.Range(index, last + 1 - index).Where(word => !IsFiller(turn.Words[word].Text)).Select(word => new KeptWord(word, word)));
            }
            else
            {
                kept.Add(new KeptWord(index, last));
            }
            index = last;
        }
        return kept;
    }

    private int LastOfRun(Turn turn, int first)
    {
        int last = first;
        for (int next = NextWord(turn, last); next >= 0 && IsStuttered(turn.Words[last], turn.Words[next]); next = NextWord(turn, last))
        {
            last = next;
        }
        return last;
    }

    private bool IsStuttered(Word word, Word next)
    {
        var (text, after) = (WordFrame.Of(word.Text), WordFrame.Of(next.Text));
        if (next.Start - word.End > s_longestGap || after.Before.Length > 0 || text.After.AsSpan().IndexOfAny(".?!;:") >= 0)
        {
            return false;
        }
        // Some recognisers write a word that was broken off with a hyphen: 'appoint- appointment'.
        bool isBrokenOff = text.After == "-" && text.Core.Length > 0 && after.Core.Length > text.Core.Length
            && after.Core.StartsWith(text.Core, StringComparison.OrdinalIgnoreCase);
        return isBrokenOff || _stutters.Contains(text.Core) && string.Equals(text.Core, after.Core, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>'i i' and 'a a' may be spelled letters: 'w i i', 'a a r o n'.</summary>
    private bool IsSpelled(Turn turn, List<KeptWord> before, int last)
    {
        int next = NextWord(turn, last);
        return IsLetter(turn.Words[last].Text)
            && (before.Count > 0 && IsLetter(turn.Words[before[^1].Index].Text) || next >= 0 && IsLetter(turn.Words[next].Text));
    }

    private static bool IsLetter(string text) => WordFrame.Of(text).Core.Length == 1;

    private int NextWord(Turn turn, int index)
    {
        do
        {
            index++;
        }
        while (index < turn.Words.Count && IsFiller(turn.Words[index].Text));
        return index < turn.Words.Count ? index : -1;
    }
}
