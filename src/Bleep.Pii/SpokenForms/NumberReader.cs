using Bleep.Pii.Tokens;

namespace Bleep.Pii.SpokenForms;

/// <summary>Reads numbers, days, years and clock times at a place of the token stream, spoken or written. All ends are -1 when nothing is read.</summary>
internal readonly ref struct NumberReader(TokenStream stream)
{
    private readonly ReadOnlySpan<Token> _tokens = stream.Tokens;

    /// <summary>A cardinal: 'sixty one', '61', '1,250'.</summary>
    public int Cardinal(int token, int limit, out long value)
    {
        value = 0;
        if (token >= limit)
        {
            return -1;
        }
        ref readonly var first = ref _tokens[token];
        if (first.Is(WordClass.HasDigit))
        {
            return Written(token, out value) ? token + 1 : -1;
        }
        if (!first.Is(WordClass.AnyNumberWord) || first.Is(WordClass.Letter))
        {
            return -1;
        }
        return new CardinalReader(_tokens, limit).Read(token, out value, out _, out _);
    }

    /// <summary>A day of the month, 1 to 31: 'seventh', 'twenty first', '21st', '21', 'seven'.</summary>
    public int Day(int token, int limit, out int day, out bool ordinal)
    {
        day = 0;
        ordinal = false;
        if (token >= limit)
        {
            return -1;
        }
        ref readonly var first = ref _tokens[token];
        if (first.Is(WordClass.Ordinal))
        {
            day = first.Value;
            ordinal = true;
            return day is >= 1 and <= 31 ? token + 1 : -1;
        }
        if (first.Is(WordClass.Tens) && token + 1 < limit && _tokens[token + 1].Is(WordClass.Ordinal) && _tokens[token + 1].Value < 10
            && !_tokens[token + 1].Is(WordClass.HasDigit))
        {
            day = first.Value + _tokens[token + 1].Value;
            ordinal = true;
            return day <= 31 ? token + 2 : -1;
        }
        int end = Cardinal(token, limit, out long value);
        day = (int)Math.Min(value, 99);
        return end >= 0 && value is >= 1 and <= 31 && !first.Is(WordClass.HasSymbol) ? end : -1;
    }

    /// <summary>A year said in full or as four digits: 'nineteen sixty one', 'two thousand six', '1961'.</summary>
    public int Year(int token, int limit, out int year)
    {
        year = 0;
        if (token >= limit)
        {
            return -1;
        }
        ref readonly var first = ref _tokens[token];
        if (first.Is(WordClass.AllDigits))
        {
            year = first.Value;
            return first.End - first.Start == 4 && year is >= 1800 and <= 2100 ? token + 1 : -1;
        }
        bool century = first.Is(WordClass.Teen) && first.Value is 18 or 19 || first.Is(WordClass.Tens) && first.Value == 20;
        if (century)
        {
            int next = token + 1;
            if (next < limit && _tokens[next].Is(WordClass.Digit) && _tokens[next].Value == 0
                && next + 1 < limit && _tokens[next + 1].Is(WordClass.Digit))
            {
                year = first.Value * 100 + _tokens[next + 1].Value;
                return next + 2;
            }
            if (next < limit && _tokens[next].Is(WordClass.Scale) && _tokens[next].Value == 100)
            {
                year = first.Value * 100;
                return next + 1;
            }
            if (next < limit && _tokens[next].Is(WordClass.Tens | WordClass.Teen))
            {
                int end = new CardinalReader(_tokens, limit).Read(next, out long low, out bool scaled, out _);
                year = first.Value * 100 + (int)low;
                return scaled ? -1 : end;
            }
            return -1;
        }
        if (first.Is(WordClass.Digit) && first.Value == 2 && token + 1 < limit && _tokens[token + 1].Is(WordClass.Scale) && _tokens[token + 1].Value == 1000)
        {
            int end = new CardinalReader(_tokens, limit).Read(token, out long value, out _, out _);
            year = (int)value;
            return value is >= 2000 and <= 2099 ? end : token + 2;
        }
        return DigitYear(token, limit, out year);
    }

    /// <summary>A year, or the two last digits of one ('sixty one', "'61").</summary>
    public int ShortYear(int token, int limit, out int year)
    {
        int end = Year(token, limit, out year);
        if (end >= 0)
        {
            return end;
        }
        if (token < limit && _tokens[token].Is(WordClass.Digit) && _tokens[token].Value == 0 && token + 1 < limit && _tokens[token + 1].Is(WordClass.Digit))
        {
            year = _tokens[token + 1].Value;
            return token + 2;
        }
        end = Cardinal(token, limit, out long value);
        year = (int)Math.Min(value, 9999);
        return end >= 0 && value is >= 10 and <= 99 && !_tokens[token].Is(WordClass.HasSymbol) ? end : -1;
    }

    private int DigitYear(int token, int limit, out int year)
    {
        year = 0;
        if (token + 3 >= limit)
        {
            return -1;
        }
        for (int at = token; at < token + 4; at++)
        {
            if (!_tokens[at].Is(WordClass.Digit))
            {
                return -1;
            }
            year = year * 10 + _tokens[at].Value;
        }
        bool goesOn = token + 4 < limit && _tokens[token + 4].Is(WordClass.AnyNumberWord);
        return year is >= 1900 and <= 2050 && !goesOn ? token + 4 : -1;
    }

    private bool Written(int token, out long value)
    {
        value = 0;
        foreach (char unit in stream.Text(token))
        {
            if (char.IsAsciiDigit(unit))
            {
                if (value > 100_000_000_000_000)
                {
                    return false;
                }
                value = value * 10 + (unit - '0');
            }
            else if (unit == '.')
            {
                return true;
            }
            else if (unit != ',')
            {
                return false;
            }
        }
        return true;
    }
}
