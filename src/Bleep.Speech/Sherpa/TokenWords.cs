using System.Globalization;
using System.Text;

namespace Bleep.Speech.Sherpa;

/// <summary>Puts words together from a model's tokens.</summary>
internal static class TokenWords
{
    /// <summary>Puts the words together.</summary>
    /// <param name="tokens">Tokens in the order of time.</param>
    /// <param name="lowers">True to write everything in lower case.</param>
    public static List<TokenWord> Of(IReadOnlyList<HeardToken> tokens, bool lowers)
    {
        var words = new List<TokenWord>();
        var current = new List<HeardToken>();
        foreach (var token in tokens)
        {
            if (IsNoText(token.Text))
            {
                continue;
            }
            if (current.Count > 0 && Begins(token.Text, current[^1].Text))
            {
                Add(current, lowers, words);
                current.Clear();
            }
            current.Add(token);
        }
        Add(current, lowers, words);
        return words;
    }

    /// <summary>True for marks of the model's own, such as <c>&lt;unk&gt;</c> and <c>&lt;|en|&gt;</c>; single bytes are text.</summary>
    private static bool IsNoText(string text) => text.Length > 2 && text[0] == '<' && text[^1] == '>' && !TryReadByte(text, out _);

    private static bool Begins(string text, string before)
    {
        if (text.Length == 0)
        {
            return false;
        }
        // A mark after a blank still belongs to the word before.
        bool isMark = text.AsSpan().TrimStart().Length > 0 && text.AsSpan().TrimStart().IndexOfAnyExcept(",.?!:;…。，？！、".AsSpan()) < 0;
        return (char.IsWhiteSpace(text[0]) && !isMark) || (IsUnspaced(text[0]) && !isMark) || (before.Length > 0 && IsUnspaced(before[^1]) && !isMark);
    }

    /// <summary>Chinese and Japanese are written without blanks: every character is a word of its own.</summary>
    private static bool IsUnspaced(char unit) => unit is >= '\u2e80' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' && unit is not (>= '\u3000' and <= '\u303f');

    private static void Add(List<HeardToken> tokens, bool lowers, List<TokenWord> words)
    {
        var text = Join(tokens);
        if (text.Length == 0)
        {
            return;
        }
        // A mark at the end makes no sound, and some models give it a time far behind the word.
        int last = tokens.FindLastIndex(token => token.Text.Any(unit => char.IsLetterOrDigit(unit) || char.IsSymbol(unit) || unit == '>'));
        var final = tokens[last < 0 ? tokens.Count - 1 : last];
        double confidence = tokens.All(token => token.LogProbability is <= 0)
            ? Math.Clamp(Math.Exp(tokens.Average(token => (double)token.LogProbability!)), 0, 1)
            : 1;
        words.Add(new TokenWord(
            lowers ? text.ToLowerInvariant() : text, tokens[0].StartSeconds, final.StartSeconds, final.StartSeconds + final.DurationSeconds, confidence));
    }

    private static string Join(List<HeardToken> tokens)
    {
        var bytes = new List<byte>();
        foreach (var token in tokens)
        {
            if (TryReadByte(token.Text, out byte single))
            {
                bytes.Add(single);
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(token.Text));
            }
        }
        var text = Encoding.UTF8.GetString([.. bytes]).Replace("\uFFFD", "", StringComparison.Ordinal);
        return string.Concat(text.Where(unit => !char.IsWhiteSpace(unit) && !char.IsControl(unit)));
    }

    /// <summary>A character no token has is written byte by byte: <c>&lt;0xE2&gt;</c>.</summary>
    private static bool TryReadByte(string text, out byte single)
    {
        single = 0;
        return text.Length == 6 && text.StartsWith("<0x", StringComparison.Ordinal)
            && byte.TryParse(text.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out single);
    }
}
