using System.Text;
using Bleep.Dialogues;

namespace Bleep.Evaluation;

/// <summary>
/// The tokens of a turn that the figures count: its words, or the stretches of its text between white space that hold a letter
/// or digit. Only letters and digits decide whether a token is covered, so that a full stop left standing is no leak.
/// </summary>
internal sealed class TurnTokens
{
    private readonly bool[] _counts;

    private TurnTokens(bool[] counts, (int Start, int End)[] ranges)
    {
        _counts = counts;
        Ranges = ranges;
    }

    /// <summary>Each token's half-open range in the turn's units.</summary>
    public (int Start, int End)[] Ranges { get; }

    public static TurnTokens Of(DialogueTurn turn)
    {
        if (turn.Words is { } words)
        {
            bool[] all = new bool[words.Count];
            Array.Fill(all, true);
            return new TurnTokens(all, [.. Enumerable.Range(0, words.Count).Select(index => (index, index + 1))]);
        }
        var counts = new List<bool>(turn.Text!.Length);
        var ranges = new List<(int, int)>();
        int start = 0;
        bool holdsLetter = false;
        foreach (var rune in turn.Text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                Close();
                start = counts.Count + 1;
            }
            bool isLetter = Rune.IsLetterOrDigit(rune);
            holdsLetter |= isLetter;
            counts.Add(isLetter);
        }
        Close();
        return new TurnTokens([.. counts], [.. ranges]);

        void Close()
        {
            if (holdsLetter)
            {
                ranges.Add((start, counts.Count));
            }
            holdsLetter = false;
        }
    }

    /// <summary>Marks the units that the ranges cover.</summary>
    /// <param name="ranges">Half-open ranges in units; parts outside the turn are ignored.</param>
    public bool[] Cover(IEnumerable<(int Start, int End)> ranges)
    {
        bool[] covered = new bool[_counts.Length];
        foreach ((int start, int end) in ranges)
        {
            int first = Math.Clamp(start, 0, covered.Length);
            covered.AsSpan(first, Math.Max(0, Math.Min(end, covered.Length) - first)).Fill(true);
        }
        return covered;
    }

    /// <summary>True when the token has a letter or digit among the marked units.</summary>
    public bool Touches((int Start, int End) token, bool[] marked)
    {
        for (int unit = token.Start; unit < token.End; unit++)
        {
            if (_counts[unit] && marked[unit])
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when every letter and digit of the token that lies in <paramref name="needed"/> is marked.</summary>
    public bool IsCovered((int Start, int End) token, bool[] needed, bool[] marked)
    {
        for (int unit = token.Start; unit < token.End; unit++)
        {
            if (_counts[unit] && needed[unit] && !marked[unit])
            {
                return false;
            }
        }
        return true;
    }
}
