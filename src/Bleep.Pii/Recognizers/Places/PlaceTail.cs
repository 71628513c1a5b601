using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Places;

/// <summary>Reads on after a street or a town: direction, unit, town, state, country, postcode.</summary>
internal static class PlaceTail
{
    private const int MaxTownWords = 3;

    /// <summary>The token after everything that still belongs to the address.</summary>
    public static int Extend(DetectionContext context, int from, int limit)
    {
        var stream = context.Stream;
        int end = from;
        bool stated = false;
        for (int rounds = 0; rounds < 8 && end < limit; rounds++)
        {
            if (end > from && EndsHere(stream, end - 1))
            {
                break;
            }
            int next = Step(context, end, limit, ref stated);
            if (next <= end)
            {
                break;
            }
            end = next;
        }
        return end;
    }

    /// <summary>The token after the direction and the unit that follow a street word, without town and postcode.</summary>
    public static int Unit(DetectionContext context, int from, int limit)
    {
        int end = from;
        for (int rounds = 0; rounds < 2 && end < limit; rounds++)
        {
            int next = UnitStep(context.Stream, end, limit);
            end = next > end ? next : end;
        }
        return end;
    }

    private static bool EndsHere(TokenStream stream, int token) => stream[token].Is(WordClass.QuestionMark);

    private static int Step(DetectionContext context, int token, int limit, ref bool stated)
    {
        var stream = context.Stream;
        int unit = UnitStep(stream, token, limit);
        if (unit > 0)
        {
            return unit;
        }
        int place = Place(context, token, out bool state);
        if (place > 0)
        {
            stated |= state;
            return place;
        }
        int code = Postcode(context, token, limit, stated);
        if (code > 0)
        {
            return code;
        }
        if (stream.Text(token) is "in" && token + 1 < limit)
        {
            return Place(context, token + 1, out state);
        }
        // A town that no list has, right before its state.
        for (int words = 1; words <= MaxTownWords && token + words < limit; words++)
        {
            ref readonly var word = ref stream[token + words - 1];
            if (word.Is(WordClass.Function | WordClass.Connector | WordClass.HasDigit | WordClass.AnyNumberWord | WordClass.Filler) && !word.Is(WordClass.AnyName))
            {
                return -1;
            }
            int after = Place(context, token + words, out state);
            if (after > 0 && state)
            {
                stated = true;
                return after;
            }
        }
        return -1;
    }

    private static int UnitStep(TokenStream stream, int token, int limit)
    {
        ref readonly var current = ref stream[token];
        if (current.Is(WordClass.Direction) && current.End - current.Start > 1 && token > 0 && stream[token - 1].Is(WordClass.StreetType))
        {
            return token + 1;
        }
        if (current.Is(WordClass.UnitDesignator) || stream.Text(token) is "apartment" or "apt" or "suite" or "unit" or "floor" or "Apt" or "Apartment" or "Suite" or "Unit")
        {
            int start = token + 1 < limit && stream.Text(token + 1) is "number" ? token + 2 : token + 1;
            int end = start;
            while (end < limit && end - start < 5 && stream[end].Is(WordClass.AnyNumberWord | WordClass.Letter | WordClass.HasDigit | WordClass.Nato) && !IsPronoun(stream, end, limit))
            {
                end++;
            }
            return end > start ? end : -1;
        }
        return -1;
    }

    private static bool IsPronoun(TokenStream stream, int token, int limit) => stream.Text(token) is "i" or "I" || stream.Text(token) is "a" && token + 1 < limit && !stream[token + 1].Is(WordClass.Letter | WordClass.AnyNumberWord);

    private static int Place(DetectionContext context, int token, out bool state)
    {
        state = true;
        int end = context.PhraseEndAt(token, LexiconKind.State);
        // Two letters are a state only as written ('CA'), or behind a town.
        if (end > 0)
        {
            bool abbreviation = context.Stream[token].End - context.Stream[token].Start <= 2;
            if (!abbreviation || context.Stream[token].Is(WordClass.AllCaps) || IsStateCode(context, token))
            {
                return end;
            }
        }
        end = context.PhraseEndAt(token, LexiconKind.Country);
        if (end > 0)
        {
            return end;
        }
        state = false;
        end = context.PhraseEndAt(token, LexiconKind.City);
        bool ordinary = end == token + 1 && context.Stream[token].Is(WordClass.Function | WordClass.Verb | WordClass.Backchannel);
        return ordinary ? -1 : end;
    }

    // 'sacramento ca', but not 'boston or' or 'chicago in'.
    private static bool IsStateCode(DetectionContext context, int token)
    {
        ref readonly var current = ref context.Stream[token];
        return !context.IsCased && !current.Is(WordClass.Function | WordClass.Backchannel | WordClass.Filler) && token > context.Stream.TurnStart(token)
            && context.Stream[token - 1].Is(WordClass.Place);
    }

    // 'zip nine seven eight eight two', '97882-1234', 'SW1A 1AA'
    private static int Postcode(DetectionContext context, int token, int limit, bool stated)
    {
        var stream = context.Stream;
        int start = token;
        bool named = false;
        while (start < limit && start - token < 4 && (stream.Text(start) is "zip" or "code" or "zipcode" or "postcode" or "postal" or "the" or "is" or "Zip" or "ZIP"))
        {
            named |= stream.Text(start) is not "the" and not "is";
            start++;
        }
        int end = start, digits = 0;
        while (end < limit && digits < 9 && (stream[end].Is(WordClass.Digit | WordClass.Tens | WordClass.Teen) && !stream[end].Is(WordClass.Letter)
            || stream[end].Is(WordClass.HasDigit | WordClass.Multiplier) && !stream[end].Is(WordClass.CurrencySign)))
        {
            digits += stream[end].Is(WordClass.HasDigit) ? stream[end].End - stream[end].Start : stream[end].Is(WordClass.Digit) ? 1 : stream[end].Is(WordClass.Multiplier) ? 1 : 2;
            end++;
            if (stream[end - 1].Is(WordClass.SentenceEnd))
            {
                break;
            }
        }
        bool fits = digits is >= 5 and <= 10 || named && digits >= 2;
        return end > start && fits && (named || stated || start > 0 && stream[start - 1].Is(WordClass.Place)) ? end : -1;
    }
}
