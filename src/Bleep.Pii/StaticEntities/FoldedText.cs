using System.Globalization;
using System.Text;
using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Pii.StaticEntities;

/// <summary>
/// A text reduced to the letters and digits that terms are compared by: lower case, without accents, with a note where words
/// begin and end and where each letter came from.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>More signs than these between two words are not a small difference in spelling.</summary>
    private const int LongestGap = 3;

    private readonly StringBuilder _letters = new();
    private readonly List<CharRange> _sources = [];
    private readonly List<bool> _begins = [];
    private readonly List<bool> _ends = [];
    private readonly List<bool> _followsGap = [];

    private FoldedText()
    {
    }

    /// <summary>Number of letters and digits.</summary>
    public int Length => _sources.Count;

    /// <summary>The letter at this place.</summary>
    public char this[int index] => _letters[index];

    /// <summary>True when a term may begin with this letter.</summary>
    public bool MayBegin(int index) => _begins[index];

    /// <summary>True when a term may end with this letter.</summary>
    public bool MayEnd(int index) => _ends[index];

    /// <summary>True when so much stands before this letter that no term reaches across.</summary>
    public bool FollowsGap(int index) => _followsGap[index];

    /// <summary>Where the letters from <paramref name="first"/> to <paramref name="last"/> stand in the text.</summary>
    public CharRange SourceOf(int first, int last) => new(_sources[first].Start, _sources[last].End);

    /// <summary>The letters and digits alone.</summary>
    public string Key
    {
        get
        {
            _key ??= _letters.ToString();
            return _key;
        }
    }

    private string? _key;

    public static FoldedText Of(string text)
    {
        var folded = new FoldedText();
        bool boundary = true;
        int separators = 0;
        for (int index = 0; index < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out int length);
            var source = new CharRange(index, index + length);
            index += length;
            if (rune.IsBmp && Accents.IsMark((char)rune.Value) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                folded.Extend(source);
            }
            else if (status == System.Buffers.OperationStatus.Done && IsPart(rune))
            {
                bool alone = IsWrittenWithoutBlanks(rune);
                folded.Add(rune, source, boundary || alone, separators > LongestGap);
                (boundary, separators) = (alone, 0);
            }
            else
            {
                bool inside = Possessive.IsApostrophe(text[source.Start]) && !EndsWordAt(text, source.Start);
                folded.MarkEnd(unless: inside);
                boundary = true;
                separators++;
            }
        }
        folded.MarkEnd(unless: false);
        return folded;
    }

    private static bool IsPart(Rune rune) => Graphemes.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>After an apostrophe the word goes on ("don't"), except for the possessive ending and at the end.</summary>
    private static bool EndsWordAt(string text, int apostrophe)
    {
        int next = apostrophe + 1;
        if (next >= text.Length || !char.IsLetterOrDigit(text[next]))
        {
            return true;
        }
        return text[next] is 's' or 'S' && (next + 1 >= text.Length || !char.IsLetterOrDigit(text[next + 1]));
    }

    /// <summary>Scripts in which every letter may be the first or last of a word.</summary>
    private static bool IsWrittenWithoutBlanks(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private void Add(Rune rune, CharRange source, bool begins, bool followsGap)
    {
        if (IsWrittenWithoutBlanks(rune))
        {
            MarkEnd(unless: false);
        }
        Span<char> units = stackalloc char[2];
        foreach (char unit in Expand(Rune.ToLowerInvariant(WithoutWidth(rune)), units))
        {
            _letters.Append(unit);
            _sources.Add(source);
            _begins.Add(begins);
            _ends.Add(false);
            _followsGap.Add(followsGap);
            begins = followsGap = false;
        }
        if (IsWrittenWithoutBlanks(rune))
        {
            MarkEnd(unless: false);
        }
    }

    private static Rune WithoutWidth(Rune rune) => rune.Value is >= 0xFF10 and <= 0xFF5A ? new Rune(rune.Value - 0xFEE0) : rune;

    private static ReadOnlySpan<char> Expand(Rune rune, Span<char> units)
    {
        switch (rune.Value)
        {
            case 'ß':
                return "ss";
            case 'æ':
                return "ae";
            case 'œ':
                return "oe";
            default:
                int length = rune.EncodeToUtf16(units);
                units[0] = length == 1 ? Accents.Remove(units[0]) : units[0];
                return units[..length];
        }
    }

    private void Extend(CharRange mark)
    {
        if (_sources.Count > 0 && _sources[^1].End == mark.Start)
        {
            _sources[^1] = _sources[^1] with { End = mark.End };
        }
    }

    private void MarkEnd(bool unless)
    {
        if (_ends.Count > 0 && !unless)
        {
            _ends[^1] = true;
        }
    }
}
