using System.Buffers;
using System.Text;
using Bleep.Pii.Languages;
using Bleep.Transcripts;

namespace Bleep.Pii.Tokens;

/// <summary>
/// Cuts turns into tokens: white space parts words, punctuation around a word is left out, and marks inside a word part it
/// only where they part words ('and/or'), not where they belong to one thing ('10/12/1961', 'o'brien', 'a@b.com').
/// </summary>
internal sealed class Tokenizer(LanguagePack language)
{
    private static readonly SearchValues<char> _splitters = SearchValues.Create(",;:!?()[]{}<>\"“”„«»|—–…=/\\*~");

    /// <summary>Tokens of turns given as words.</summary>
    public TokenStream Tokenize(IReadOnlyList<Turn> turns)
    {
        var texts = new string[turns.Count];
        var speakers = new string?[turns.Count];
        var timings = new WordTiming[]?[turns.Count];
        var sink = new Sink(EstimateCount(turns));
        var starts = new int[turns.Count + 1];
        var text = new StringBuilder();
        for (int turn = 0; turn < turns.Count; turn++)
        {
            var words = turns[turn].Words;
            starts[turn] = sink.Count;
            speakers[turn] = turns[turn].Speaker;
            text.Clear();
            for (int word = 0; word < words.Count; word++)
            {
                text.Append(word == 0 ? "" : " ").Append(words[word].Text);
            }
            texts[turn] = text.ToString();
            bool timed = words.Count > 0 && words[^1].End > TimeSpan.Zero;
            var timing = timed ? new WordTiming[words.Count] : null;
            int offset = 0;
            for (int word = 0; word < words.Count; word++)
            {
                int length = words[word].Text.Length;
                TokenizeWords(texts[turn], offset, offset + length, turn, word, fixedWord: true, ref sink);
                offset += length + 1;
                if (timing is not null)
                {
                    timing[word] = new WordTiming(
                        (int)words[word].Start.TotalMilliseconds, (int)words[word].End.TotalMilliseconds, (float)words[word].Confidence);
                }
            }
            timings[turn] = timing;
            FinishTurn(ref sink, starts[turn]);
        }
        starts[^1] = sink.Count;
        return new TokenStream(language, texts, speakers, sink.Tokens, sink.Count, starts, timings);
    }

    /// <summary>Tokens of turns given as text.</summary>
    public TokenStream Tokenize(IReadOnlyList<(string Text, string? Speaker)> turns)
    {
        var texts = new string[turns.Count];
        var speakers = new string?[turns.Count];
        var sink = new Sink(16 + turns.Sum(turn => turn.Text.Length) / 4);
        var starts = new int[turns.Count + 1];
        for (int turn = 0; turn < turns.Count; turn++)
        {
            (texts[turn], speakers[turn]) = turns[turn];
            starts[turn] = sink.Count;
            TokenizeWords(texts[turn], 0, texts[turn].Length, turn, 0, fixedWord: false, ref sink);
            FinishTurn(ref sink, starts[turn]);
        }
        starts[^1] = sink.Count;
        return new TokenStream(language, texts, speakers, sink.Tokens, sink.Count, starts, new WordTiming[]?[turns.Count]);
    }

    private static int EstimateCount(IReadOnlyList<Turn> turns)
    {
        int count = 16;
        for (int turn = 0; turn < turns.Count; turn++)
        {
            count += turns[turn].Words.Count;
        }
        return count;
    }

    private static void FinishTurn(ref Sink sink, int first)
    {
        if (sink.Count > first)
        {
            sink.Tokens[first].Classes |= WordClass.TurnStart | WordClass.SentenceStart;
        }
    }

    // Runs over one stretch of text. With fixedWord every token belongs to the given word; otherwise words are counted by white space.
    private void TokenizeWords(string text, int from, int to, int turn, int word, bool fixedWord, ref Sink sink)
    {
        var span = text.AsSpan();
        int position = from;
        while (position < to)
        {
            if (char.IsWhiteSpace(span[position]))
            {
                position++;
                continue;
            }
            int end = position + 1;
            while (end < to && !char.IsWhiteSpace(span[end]))
            {
                end++;
            }
            TokenizeChunk(span, position, end, turn, word, ref sink);
            word += fixedWord ? 0 : 1;
            position = end;
        }
    }

    private void TokenizeChunk(ReadOnlySpan<char> text, int start, int end, int turn, int word, ref Sink sink)
    {
        var chunk = text[start..end];
        if (IsMarker(chunk))
        {
            return;
        }
        if (chunk.IndexOfAny(_splitters) < 0 && !chunk.Contains('.') || KeepsTogether(chunk))
        {
            Add(text, start, end, turn, word, ref sink);
            return;
        }
        int pieceStart = start;
        for (int index = start; index < end; index++)
        {
            bool parts = text[index] == '.' ? EndsSentence(text, index, start, end) : _splitters.Contains(text[index]) && !BindsDigits(text, index, start, end);
            if (!parts)
            {
                continue;
            }
            bool had = Add(text, pieceStart, index, turn, word, ref sink);
            MarkPunctuation(text[index], had || pieceStart == start && sink.Count > 0 && index > start, ref sink);
            pieceStart = index + 1;
        }
        Add(text, pieceStart, end, turn, word, ref sink);
    }

    // '[noise]' and '<unk>' stand for sounds, '[PERSON_NAME]' for what was removed before: none of them is a word.
    private static bool IsMarker(ReadOnlySpan<char> chunk) =>
        chunk.Length > 2 && (chunk[0] == '[' && chunk[^1] == ']' || chunk[0] == '<' && chunk[^1] == '>') && !chunk.ContainsAnyInRange('0', '9') && !chunk.Contains('@');

    // Addresses of the net and paths of files lose their meaning in pieces.
    private static bool KeepsTogether(ReadOnlySpan<char> chunk) =>
        chunk.Contains("://", StringComparison.Ordinal) || chunk.Contains('@') && chunk.Contains('.')
        || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || chunk.Length > 3 && (chunk[0] is '/' or '~' && chunk[1..].Contains('/') || chunk[1] == ':' && chunk[2] == '\\' || chunk.StartsWith("\\\\", StringComparison.Ordinal))
        || chunk.Length > 4 && chunk.IndexOf('/') > 2 && chunk[..chunk.IndexOf('/')].Contains('.') && char.IsLetter(chunk[0]);

    // 'on March 1st.Is that right': a full stop without its blank, before a capitalised word.
    private static bool EndsSentence(ReadOnlySpan<char> text, int index, int start, int end) =>
        index > start + 1 && index + 2 < end && char.IsAsciiLetterOrDigit(text[index - 1]) && !char.IsAsciiLetterUpper(text[index - 1])
        && char.IsAsciiLetterUpper(text[index + 1]) && (char.IsAsciiLetterLower(text[index + 2]) || text[index + 2] == '\'');

    // 1,250 and 10/12/1961 and 11:30, also 2001:db8::1; a digit on both sides holds the mark.
    private static bool BindsDigits(ReadOnlySpan<char> text, int index, int start, int end)
    {
        char mark = text[index];
        if (index == start || index + 1 >= end)
        {
            return false;
        }
        char before = text[index - 1], after = text[index + 1];
        return mark switch
        {
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after) && index + 3 < end && IsThousands(text, index, end),
            ':' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after) || IsHexRun(text, index, start, end),
            '/' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '–' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '*' => char.IsAsciiDigit(before) || before == '*' || char.IsAsciiDigit(after),
            '(' or ')' => false,
            _ => false,
        };
    }

    private static bool IsThousands(ReadOnlySpan<char> text, int index, int end)
    {
        int digits = 0;
        for (int at = index + 1; at < end && digits <= 3 && char.IsAsciiDigit(text[at]); at++)
        {
            digits++;
        }
        return digits == 3;
    }

    private static bool IsHexRun(ReadOnlySpan<char> text, int index, int start, int end)
    {
        // No address of the net is longer; a bound keeps hostile input linear.
        const int MaxLength = 64;
        if (end - start > MaxLength)
        {
            return false;
        }
        int colons = 0;
        for (int at = start; at < end; at++)
        {
            char unit = text[at];
            if (unit == ':')
            {
                colons++;
            }
            else if (!char.IsAsciiHexDigit(unit) && unit is not '.' and not '%' and not '/')
            {
                return false;
            }
        }
        return colons >= 2;
    }

    private static void MarkPunctuation(char mark, bool followsToken, ref Sink sink)
    {
        if (!followsToken || sink.Count == 0)
        {
            return;
        }
        ref var last = ref sink.Tokens[sink.Count - 1];
        last.Classes |= mark switch
        {
            '?' => WordClass.SentenceEnd | WordClass.QuestionMark,
            '.' or '!' or '…' => WordClass.SentenceEnd,
            ',' or ';' or ':' or '—' or '–' or ')' => WordClass.Comma,
            _ => WordClass.None,
        };
    }

    // Adds one piece without the punctuation around it; false when nothing is left.
    private bool Add(ReadOnlySpan<char> text, int start, int end, int turn, int word, ref Sink sink)
    {
        bool currency = false;
        while (start < end && !IsCore(text[start]))
        {
            currency |= text[start] is '$' or '€' or '£' or '¥' or '₹';
            start++;
        }
        var trailing = WordClass.None;
        while (end > start && !IsCore(text[end - 1]))
        {
            end--;
            trailing |= text[end] switch
            {
                '.' => WordClass.SentenceEnd,
                '?' => WordClass.SentenceEnd | WordClass.QuestionMark,
                '!' => WordClass.SentenceEnd,
                ',' or ';' or ':' => WordClass.Comma,
                _ => WordClass.None,
            };
        }
        if (start >= end)
        {
            return false;
        }
        if (IsCompound(text[start..end]))
        {
            int first = sink.Count;
            int cursor = start;
            for (int index = start; index <= end; index++)
            {
                if (index == end || text[index] is '-' or '‑')
                {
                    Add(text, cursor, index, turn, word, ref sink);
                    cursor = index + 1;
                }
            }
            if (sink.Count > first)
            {
                sink.Tokens[sink.Count - 1].Classes |= trailing;
                sink.Tokens[first].Classes |= first > 0 && sink.Tokens[first - 1].Is(WordClass.SentenceEnd) ? WordClass.SentenceStart : WordClass.None;
            }
            return sink.Count > first;
        }
        ref var token = ref sink.Next();
        token.Turn = turn;
        token.Word = word;
        token.Start = start;
        token.End = end;
        Classify(text[start..end], ref token);
        if (currency)
        {
            token.Classes |= WordClass.CurrencySign;
        }
        // 'dr.' and 'st.' end no sentence.
        if ((trailing & WordClass.SentenceEnd) != 0 && (trailing & WordClass.QuestionMark) == 0 && end - start <= 4
            && token.Is(WordClass.Honorific | WordClass.StreetType | WordClass.Month | WordClass.Letter | WordClass.Direction))
        {
            trailing &= ~WordClass.SentenceEnd;
        }
        token.Classes |= trailing;
        if (sink.Count > 1 && (sink.Tokens[sink.Count - 2].Classes & WordClass.SentenceEnd) != 0)
        {
            token.Classes |= WordClass.SentenceStart;
        }
        return true;
    }

    // 'non-binary', 'Smith-Jones': letters around hyphens, and no word of the language as a whole.
    private bool IsCompound(ReadOnlySpan<char> core)
    {
        int hyphen = core.IndexOfAny('-', '‑');
        if (hyphen <= 0 || core.Length > 48 || core.ContainsAnyInRange('0', '9') || core.IndexOfAny('@', '.', '_') >= 0)
        {
            return false;
        }
        Span<char> lower = stackalloc char[48];
        int length = core.ToLowerInvariant(lower);
        return length < 0 || language.Words.Find(lower[..length]) < 0;
    }

    // '+' and '#' and '&' begin or join words that mean something; letters, digits and marks on letters are words.
    private static bool IsCore(char unit) => unit < 128
        ? char.IsAsciiLetterOrDigit(unit) || unit is '%' or '\0' or '@' or '_'
        : char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || char.GetUnicodeCategory(unit) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.Format;

    private void Classify(ReadOnlySpan<char> core, ref Token token)
    {
        Span<char> lower = stackalloc char[48];
        var classes = WordClass.None;
        int letters = 0, digits = 0, upper = 0, symbols = 0;
        int length = core.Length;
        for (int index = 0; index < length; index++)
        {
            char unit = core[index];
            char low = unit;
            if (unit < 128)
            {
                if (char.IsAsciiLetterUpper(unit))
                {
                    upper++;
                    letters++;
                    low = (char)(unit | 0x20);
                }
                else if (char.IsAsciiLetterLower(unit))
                {
                    letters++;
                }
                else if (char.IsAsciiDigit(unit))
                {
                    digits++;
                }
                else
                {
                    symbols++;
                }
            }
            else if (unit == '’')
            {
                low = '\'';
                symbols++;
            }
            else
            {
                low = char.ToLowerInvariant(unit);
                upper += low != unit ? 1 : 0;
                letters++;
            }
            if (index < lower.Length)
            {
                lower[index] = low;
            }
        }
        token.Id = -1;
        token.Value = 0;
        if (digits > 0)
        {
            classes |= WordClass.HasDigit | (digits == length ? WordClass.AllDigits : WordClass.None);
            classes |= symbols > 0 ? WordClass.HasSymbol : WordClass.None;
            if (digits == length && length <= 9)
            {
                token.Value = int.Parse(core);
            }
            else if (letters == 2 && digits == length - 2 && length <= 4 && IsOrdinalEnding(lower[(length - 2)..length]))
            {
                classes |= WordClass.WrittenOrdinal | WordClass.Ordinal;
                token.Value = int.Parse(core[..(length - 2)]);
            }
            // Lexicons hold phrases with numbers ('type 2 diabetes'); of such a word only its place in phrases counts.
            token.Id = length <= 6 ? language.Words.Find(lower[..length]) : -1;
            var known = token.Id >= 0 ? language.Words.Classes(token.Id) & WordClass.PhraseStart : WordClass.None;
            token.Classes = classes | known | (upper > 0 ? WordClass.AllCaps : WordClass.None);
            return;
        }
        if (char.IsUpper(core[0]))
        {
            classes |= WordClass.Capitalized;
        }
        if (upper == letters && letters > 1)
        {
            classes |= WordClass.AllCaps;
        }
        if (length > lower.Length)
        {
            token.Classes = classes | WordClass.Unknown | (symbols > 0 ? WordClass.HasSymbol : WordClass.None);
            return;
        }
        int id = language.Words.Find(lower[..length]);
        if (id < 0 && symbols > 0)
        {
            id = FindVariant(lower[..length], ref token, ref classes);
        }
        classes |= id >= 0 ? language.Words.Classes(id) : WordClass.Unknown;
        token.Id = id;
        token.Value = id >= 0 ? language.Words.Value(id) : 0;
        if (symbols > 0 && (classes & WordClass.Possessive) == 0)
        {
            classes |= WordClass.HasSymbol;
        }
        token.Classes = classes;
    }

    // A possessive ending lies outside the token; 'd.o.b.' is looked up without its dots.
    private int FindVariant(ReadOnlySpan<char> lower, ref Token token, ref WordClass classes)
    {
        int length = lower.Length;
        if (length > 2 && lower[length - 2] == '\'' && lower[length - 1] == 's')
        {
            token.End -= 2;
            classes |= WordClass.Possessive;
            return language.Words.Find(lower[..(length - 2)]);
        }
        if (length > 2 && lower[length - 1] == '\'')
        {
            token.End -= 1;
            classes |= WordClass.Possessive;
            return language.Words.Find(lower[..(length - 1)]);
        }
        Span<char> bare = stackalloc char[48];
        int count = 0;
        foreach (char unit in lower)
        {
            if (unit is not '.' and not '\'')
            {
                bare[count++] = unit;
            }
        }
        return count < length ? language.Words.Find(bare[..count]) : -1;
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> ending) => ending is "st" or "nd" or "rd" or "th";

    private struct Sink(int capacity)
    {
        public Token[] Tokens = new Token[capacity];
        public int Count;

        public ref Token Next()
        {
            if (Count == Tokens.Length)
            {
                Array.Resize(ref Tokens, Tokens.Length * 2);
            }
            ref var token = ref Tokens[Count++];
            token = default;
            return ref token;
        }
    }
}
