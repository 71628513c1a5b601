using System.Text;
using Bleep.Synthesis.Values;

namespace Bleep.Synthesis.Records;

/// <summary>Puts the pieces of a turn together, spoken and written side by side, and keeps track of what is private.</summary>
/// <param name="speaker">Who speaks.</param>
internal sealed class TurnBuilder(string speaker)
{
    private const string Marks = ",.?!;:";

    // These are typed as they are: a capital at the start of a sentence would change them.
    private static readonly HashSet<string> s_verbatim = ["email_address", "url", "username", "password", "filename", "ip_address"];

    // Written with a vowel, said with a consonant: "a union", "a one".
    private static readonly string[] s_consonantStarts = ["uni", "uk", "eu", "one ", "use", "u "];

    private readonly StringBuilder _spoken = new();
    private readonly StringBuilder _written = new();
    private readonly List<Piece> _pieces = [];

    /// <summary>Adds words that are not private. Words in capitals are said letter by letter.</summary>
    /// <param name="text">Template text.</param>
    public void AddText(string text)
    {
        Append(_written, WriteI(text));
        Append(_spoken, SayCapitals(text));
    }

    /// <summary>Adds a private value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isOptional">Whether finding it counts neither way.</param>
    public void AddValue(Rendering value, bool isOptional)
    {
        if (value.Lead.Length > 0 && !EndsWith(_spoken, value.Lead))
        {
            // Whether an article is part of a name is a matter of taste.
            AddUnlabelled(value.Lead, value.Lead);
        }
        FitArticle(value.Spoken);
        var piece = AddPiece(value.Written, value.Spoken);
        _pieces.Add(piece with { Policy = value.Policy, IsOptional = isOptional });
        if (value.AlsoPolicy is { } other)
        {
            _pieces.Add(piece with { Policy = other, IsOptional = true });
        }
    }

    /// <summary>Adds words that count neither way under any policy.</summary>
    /// <param name="written">Written form.</param>
    /// <param name="spoken">Spoken form.</param>
    public void AddUnlabelled(string written, string spoken) => _pieces.Add(AddPiece(written, spoken));

    /// <summary>Adds words that are not private and that are written in another way than they are said.</summary>
    /// <param name="written">Written form.</param>
    /// <param name="spoken">Spoken form.</param>
    public void AddPlain(string written, string spoken)
    {
        Append(_written, written);
        Append(_spoken, spoken);
    }

    /// <summary>The turn, or null when nothing is said in it.</summary>
    public CallTurn? Build()
    {
        var words = SpokenTokens.Cut(_spoken.ToString(), out var offsets);
        if (words.Count == 0)
        {
            return null;
        }
        string written = Capitalize();
        var spans = new List<CallSpan>();
        var writtenSpans = new List<CallSpan>();
        var unlabelled = new List<(int, int)>();
        var writtenUnlabelled = new List<(int, int)>();
        foreach (var piece in _pieces)
        {
            int first = offsets.FindIndex(range => range.End > piece.SpokenStart);
            int end = offsets.FindLastIndex(range => range.Start < piece.SpokenEnd) + 1;
            if (piece.Policy is null)
            {
                unlabelled.Add((first, end));
                writtenUnlabelled.Add((piece.WrittenStart, piece.WrittenEnd));
                continue;
            }
            string value = string.Join(' ', words.Skip(first).Take(end - first).Select(word => word.Text));
            spans.Add(new CallSpan(first, end, piece.Policy, piece.IsOptional, value));
            writtenSpans.Add(new CallSpan(
                piece.WrittenStart, piece.WrittenEnd, piece.Policy, piece.IsOptional, written[piece.WrittenStart..piece.WrittenEnd]));
        }
        RelativeDates.Label([.. words.Select((word, index) => (word.Text, index, index + 1))], spans);
        RelativeDates.Label(WrittenWords(written), writtenSpans);
        return new CallTurn(speaker, words, spans, written, writtenSpans)
        {
            Unlabelled = unlabelled,
            WrittenUnlabelled = writtenUnlabelled,
        };
    }

    private static List<(string Word, int Start, int End)> WrittenWords(string text)
    {
        var words = new List<(string, int, int)>();
        for (int index = 0; index < text.Length; index++)
        {
            int start = index;
            while (index < text.Length && char.IsLetterOrDigit(text[index]))
            {
                index++;
            }
            if (index > start)
            {
                words.Add((text[start..index].ToLowerInvariant(), start, index));
            }
        }
        return words;
    }

    private Piece AddPiece(string written, string spoken)
    {
        int writtenStart = Append(_written, written);
        int spokenStart = Append(_spoken, spoken);
        return new Piece(writtenStart, _written.Length, spokenStart, _spoken.Length);
    }

    // Blanks never double, and a mark follows a word directly: parts that were left out leave no traces.
    private static int Append(StringBuilder target, string text)
    {
        if (target.Length == 0 || target[^1] == ' ')
        {
            text = text.TrimStart(' ');
        }
        if (text.Length > 0 && Marks.Contains(text[0], StringComparison.Ordinal))
        {
            while (target.Length > 0 && target[^1] == ' ')
            {
                target.Length--;
            }
            bool isAbbreviation = target.Length > 2 && target[^1] == '.' && text[0] == ',';
            if (target.Length == 0 || (Marks.Contains(target[^1], StringComparison.Ordinal) && target[^1] != ',' && !isAbbreviation))
            {
                text = text[1..];
            }
            else if (target[^1] == ',')
            {
                target.Length--;
            }
        }
        int start = target.Length;
        target.Append(text);
        return start;
    }

    // "a" or "an", as the value's first sound asks for.
    private void FitArticle(string spoken)
    {
        bool isVowel = spoken.Length > 0 && (char.IsAsciiLetterUpper(spoken[0])
            ? "AEFHILMNORSX".Contains(spoken[0], StringComparison.Ordinal)
            : "aeiou".Contains(spoken[0], StringComparison.Ordinal) && !s_consonantStarts.Any(start => spoken.StartsWith(start, StringComparison.Ordinal)));
        string wrong = isVowel ? "a " : "an ";
        if (EndsWith(_spoken, wrong) && _written.Length >= wrong.Length)
        {
            string right = isVowel ? "an " : "a ";
            _spoken.Length -= wrong.Length;
            _written.Length -= wrong.Length;
            _spoken.Append(right);
            _written.Append(right);
        }
    }

    private static bool EndsWith(StringBuilder text, string word) =>
        text.Length >= word.Length && text.ToString(text.Length - word.Length, word.Length) == word
        && (text.Length == word.Length || text[^(word.Length + 1)] == ' ');

    private static string WriteI(string text)
    {
        var result = new StringBuilder(text);
        for (int index = 0; index < text.Length; index++)
        {
            bool alone = (index == 0 || (!char.IsLetter(text[index - 1]) && text[index - 1] != '\''))
                && (index + 1 == text.Length || !char.IsLetter(text[index + 1]));
            if (text[index] == 'i' && alone)
            {
                result[index] = 'I';
            }
        }
        return result.ToString();
    }

    private static string SayCapitals(string text)
    {
        var result = new StringBuilder();
        for (int index = 0; index < text.Length; index++)
        {
            char unit = text[index];
            if (unit is '-' or '/')
            {
                result.Append(' ');
                continue;
            }
            if (char.IsAsciiLetterUpper(unit) && index > 0 && char.IsAsciiLetterUpper(text[index - 1]))
            {
                result.Append(' ');
            }
            result.Append(unit);
        }
        return result.ToString();
    }

    private string Capitalize()
    {
        string text = _written.ToString().TrimEnd(' ');
        var result = new StringBuilder(text);
        bool starts = true;
        for (int index = 0; index < text.Length; index++)
        {
            var inside = _pieces.Find(piece => piece.WrittenStart <= index && index < piece.WrittenEnd);
            if (char.IsLetterOrDigit(text[index]))
            {
                if (starts && (inside?.Policy is null || !s_verbatim.Contains(inside.Policy)))
                {
                    result[index] = char.ToUpperInvariant(text[index]);
                }
                starts = false;
            }
            else if (text[index] is '.' or '?' or '!' && inside is null)
            {
                starts = true;
            }
        }
        return result.ToString();
    }

    private sealed record Piece(int WrittenStart, int WrittenEnd, int SpokenStart, int SpokenEnd)
    {
        public string? Policy { get; init; }

        public bool IsOptional { get; init; }
    }
}
