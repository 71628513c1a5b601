using Bleep.Pii.Tokens;

namespace Bleep.Pii.SpokenForms;

/// <summary>Reads one spoken cardinal: 'seven', 'sixty one', 'sixty five hundred', 'two thousand and twenty six', 'a hundred'.</summary>
internal readonly ref struct CardinalReader(ReadOnlySpan<Token> tokens, int end)
{
    // Nobody says more; bounds keep 'hundred hundred …' linear.
    private const long MaxTotal = 1_000_000_000_000;
    private const long MaxGroup = 1_000_000;

    private readonly ReadOnlySpan<Token> _tokens = tokens;

    /// <summary>Reads the cardinal that starts at a token.</summary>
    /// <param name="token">First token.</param>
    /// <param name="value">Its value.</param>
    /// <param name="scaled">True when a scale word took part.</param>
    /// <param name="single">True when it is one digit word.</param>
    /// <returns>The token after it, or -1 when no number starts there.</returns>
    public int Read(int token, out long value, out bool scaled, out bool single)
    {
        scaled = false;
        single = false;
        value = 0;
        int at = ReadBelowHundred(token, out int part);
        if (at < 0)
        {
            if (!_tokens[token].Is(WordClass.Scale))
            {
                return -1;
            }
            part = 1;
            at = token;
        }
        else if (at >= end || !_tokens[at].Is(WordClass.Scale))
        {
            value = part;
            single = _tokens[token].Is(WordClass.Digit);
            return at;
        }
        scaled = true;
        long total = 0, group = part;
        while (at < end && _tokens[at].Is(WordClass.Scale) && total < MaxTotal && group < MaxGroup)
        {
            int scale = _tokens[at].Value;
            at++;
            if (scale == 100)
            {
                group *= 100;
                if (BeginsDigits(at))
                {
                    continue;
                }
                int low = ReadBelowHundred(SkipAnd(at), out int rest);
                if (low >= 0)
                {
                    group += rest;
                    at = low;
                }
                continue;
            }
            total += group * scale;
            group = 0;
            int more = ReadBelowHundred(SkipAnd(at), out int next);
            if (more < 0)
            {
                break;
            }
            group = next;
            at = more;
        }
        value = total + group;
        return at;
    }

    // 'eight hundred five five five': single digits after a hundred are a group of their own.
    private bool BeginsDigits(int token) =>
        token + 1 < end && _tokens[token].Is(WordClass.Digit) && _tokens[token + 1].Is(WordClass.Digit | WordClass.Multiplier);

    private int SkipAnd(int token) =>
        token + 1 < end && _tokens[token].End - _tokens[token].Start == 3 && _tokens[token].Is(WordClass.Function)
        && _tokens[token + 1].Is(WordClass.AnyNumberWord) && !_tokens[token + 1].Is(WordClass.Scale) && IsAnd(token)
            ? token + 1 : token;

    // Between a scale and a number only 'and' has three letters and is a function word ('two hundred the five' is not said).
    private bool IsAnd(int token) => !_tokens[token].Is(WordClass.AnyNumberWord | WordClass.Connector | WordClass.Possessor | WordClass.PlacePreposition);

    private int ReadBelowHundred(int token, out int value)
    {
        value = 0;
        if (token >= end)
        {
            return -1;
        }
        ref readonly var first = ref _tokens[token];
        if (first.Is(WordClass.Digit | WordClass.Teen))
        {
            value = first.Value;
            return token + 1;
        }
        if (!first.Is(WordClass.Tens))
        {
            return -1;
        }
        value = first.Value;
        if (token + 1 < end && _tokens[token + 1].Is(WordClass.Digit) && _tokens[token + 1].Value > 0)
        {
            value += _tokens[token + 1].Value;
            return token + 2;
        }
        return token + 1;
    }
}
