using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>Reads where the private part of an answer begins and ends.</summary>
internal static class AnswerShape
{
    private const int MaxNameWords = 4;
    private const int MaxPhraseWords = 4;
    private const int MaxLight = 14;
    private const int MaxSecretWords = 8;
    private const int NumberGap = 4;
    private const int MaxShortNumber = 5;

    private const WordClass Breaks = WordClass.SentenceEnd | WordClass.QuestionMark;

    /// <summary>The first token that is more than 'yes', 'it's', 'my name is'.</summary>
    public static int SkipLight(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int token = start;
        while (token < limit && token - start < MaxLight)
        {
            int cue = context.PhraseEndAt(token, LexiconKind.LeadIn);
            if (cue > 0 && !stream[token].Is(WordClass.AnyName | WordClass.AnyNumberWord))
            {
                token = cue;
                continue;
            }
            int topic = context.PhraseEndAt(token, LexiconKind.Topic);
            bool light = TokenTests.IsLight(stream[token]) && !(stream[token].Is(WordClass.AnyName) && context.IsCased && stream[token].Is(WordClass.Capitalized))
                || stream.Text(token) is "my" or "the" or "so" or "well" or "and" or "of" or "course" or "that" or "this" or "for" or "me" or "no" or "problem" or "please" or "just" or "a" or "absolutely" or "oh" or "hi" or "hello" or "you" or "can" or "call" or "i" or "in" or "at" or "on" or "under" or "your" or "their" or "our" or "then" or "now";
            if (topic > 0 && !stream[token].Is(WordClass.AnyNumberWord))
            {
                token = topic;
                continue;
            }
            if (!light || stream[token].Is(WordClass.AnyNumberWord) && stream.Text(token) is not "oh" || stream[token].Is(WordClass.Letter) && token + 1 < limit && stream[token + 1].Is(WordClass.Letter))
            {
                break;
            }
            token++;
        }
        return token;
    }

    /// <summary>True for an answer that gives nothing: 'i don't have it with me', 'hold on', a question back.</summary>
    public static bool IsRefusal(DetectionContext context, int turn)
    {
        var stream = context.Stream;
        int start = stream.TurnStarts[turn], limit = Math.Min(stream.TurnStarts[turn + 1], start + 24);
        for (int token = start; token < limit; token++)
        {
            if (stream[token].Is(WordClass.AnyNumberWord | WordClass.HasDigit) && !stream[token].Is(WordClass.Letter) && stream.Text(token) is not ("one" or "oh" or "One"))
            {
                return false;
            }
            bool hedge = stream.Text(token) is "don't" or "dont" or "didn't" or "can't" or "cannot" or "forgot" or "wait" or "hold" or "moment" or "why" or "sorry" or "lost" or "second" or "minute";
            if (hedge && (stream.Text(token) is not ("second" or "moment" or "minute") || token > start && stream.Text(token - 1) is "one" or "a" or "just"))
            {
                return true;
            }
        }
        return limit > start && stream[limit - 1].Is(WordClass.QuestionMark);
    }

    /// <summary>The words of a name; certain when they look like one.</summary>
    public static (int From, int To, bool Certain) Name(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int from = SkipToName(context, start, limit);
        int token = from;
        bool certain = false;
        while (token < limit && token - from < MaxNameWords)
        {
            ref readonly var current = ref stream[token];
            bool name = TokenTests.MayBeName(context, token) && (!current.Is(WordClass.Function | WordClass.Verb) || context.IsCased || IsAloneAsName(context, token, from, limit))
                || token > from && NameParticles.IsAt(stream, token) && token + 1 < limit && TokenTests.MayBeName(context, token + 1);
            bool initial = token > from && current.Is(WordClass.Letter) && current.End - current.Start == 1 && stream.Text(token) is not ("a" or "i");
            bool heard = !name && !context.IsCased && MayBeMisheard(context, token) && token - from < 2 && (!certain || token + 1 == limit);
            if (context.IsClaimed(token) || !name && !initial && !heard)
            {
                break;
            }
            certain |= name && (TokenTests.IsRare(current) || current.Is(WordClass.Capitalized) || current.Is(WordClass.CommonName));
            token++;
            if (stream[token - 1].Is(Breaks | WordClass.Comma | WordClass.Possessive))
            {
                break;
            }
        }
        return (from, token, certain);
    }

    // 'will' and 'may' are names where the answer has nothing else, or a family name follows.
    private static bool IsAloneAsName(DetectionContext context, int token, int from, int limit) =>
        token == from && (token + 1 >= limit || context.Stream[token + 1].Is(WordClass.LastName) && !context.Stream[token + 1].Is(WordClass.Function | WordClass.Verb | WordClass.Common));

    private static int SkipToName(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int token = start;
        while (token < limit && token - start < 4 && (stream[token].Is(WordClass.Filler | WordClass.Honorific) && !stream[token].Is(WordClass.AnyName)
            || stream[token].Is(WordClass.Honorific) && token + 1 < limit && stream[token + 1].Is(WordClass.AnyName | WordClass.Unknown)
            || stream.Text(token) is "also" or "the" or "it's" or "is" or "just" or "actually"))
        {
            token++;
        }
        return token;
    }

    // An ordinary word where a name must stand: a name that was heard wrongly.
    private static bool MayBeMisheard(DetectionContext context, int token)
    {
        ref readonly var current = ref context.Stream[token];
        return !current.Is(WordClass.Function | WordClass.Verb | WordClass.Connector | WordClass.Filler | WordClass.Backchannel | WordClass.Asking | WordClass.AnyNumberWord
            | WordClass.HasDigit | WordClass.TimeUnit | WordClass.Currency | WordClass.Correction | WordClass.PlacePreposition | WordClass.Symbol | WordClass.Marker)
            && context.PhraseEndAt(token, LexiconKind.Topic) < 0;
    }

    /// <summary>The words of a place or an organisation after its cue; certain when one of them is no ordinary word.</summary>
    public static (int From, int To, bool Certain) Phrase(DetectionContext context, int start, int limit, NamePhrase kind)
    {
        var stream = context.Stream;
        int from = start;
        while (from < limit && from - start < 3 && (stream[from].Is(WordClass.Filler) || stream.Text(from) is "the" or "a" or "an" or "in" or "at"))
        {
            from++;
        }
        int token = from, keep = from;
        bool certain = false;
        while (token < limit && token - from < MaxPhraseWords && !context.IsClaimed(token))
        {
            ref readonly var current = ref stream[token];
            bool telling = TokenTests.HasTellingCapital(context, token);
            bool rare = !context.IsCased ? TokenTests.IsRare(current) || current.Is(WordClass.AnyName) && !current.Is(WordClass.Function | WordClass.Common)
                : telling && !TokenTests.IsGrammar(current);
            bool inner = !rare && token > from && stream.Text(token) is "of" or "the" or "and" or "de" or "la" or "on";
            bool head = !rare && kind == NamePhrase.Organization && current.Is(WordClass.OrganizationHead) && token > from;
            if (!rare && !inner && !head || current.Is(WordClass.Month | WordClass.Weekday | WordClass.HasDigit) && !rare)
            {
                break;
            }
            token++;
            if (rare || head)
            {
                keep = token;
                certain |= rare;
            }
            if (stream[token - 1].Is(Breaks | WordClass.Comma))
            {
                break;
            }
        }
        return (from, keep, certain);
    }

    /// <summary>The end of up to four ordinary content words from here, where a name was asked for and anything may be one.</summary>
    public static int Ordinary(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int token = start, keep = start;
        while (token < limit && token - start <= MaxPhraseWords)
        {
            ref readonly var current = ref stream[token];
            bool inner = token > start && stream.Text(token) is "and" or "of" && token + 1 < limit && !stream[token + 1].Is(WordClass.Function | WordClass.Verb | WordClass.Asking);
            bool stops = current.Is(WordClass.Function | WordClass.Verb | WordClass.Connector | WordClass.Filler | WordClass.Backchannel | WordClass.Asking | WordClass.HasDigit | WordClass.AnyNumberWord | WordClass.Correction
                | WordClass.DayPart | WordClass.TimeUnit | WordClass.Weekday) || context.PhraseEndAt(token, LexiconKind.Topic) > 0 && !current.Is(WordClass.OrganizationHead);
            if (stops && !inner && !current.Is(WordClass.AnyName) || context.IsClaimed(token) || stops && current.Is(WordClass.Function) && !inner)
            {
                break;
            }
            token++;
            keep = inner ? keep : token;
            if (stream[token - 1].Is(Breaks | WordClass.Comma))
            {
                break;
            }
        }
        return keep;
    }

    /// <summary>The address in an answer: from its first number, place or rare word to its last, with what stands between.</summary>
    public static (int From, int To) Address(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int from = -1, to = -1, evidence = 0;
        for (int token = start; token < limit && token - start < 40; token++)
        {
            ref readonly var current = ref stream[token];
            bool number = current.Is(WordClass.AnyNumberWord | WordClass.HasDigit) && !(current.Is(WordClass.Letter) && current.End - current.Start == 1);
            bool place = current.Is(WordClass.StreetType | WordClass.UnitDesignator) || current.Is(WordClass.Place) && !current.Is(WordClass.Function | WordClass.Common)
                || context.PhraseEndAt(token, LexiconKind.State) > token && current.End - current.Start > 2;
            bool rare = TokenTests.IsRare(current) && (!context.IsCased || current.Is(WordClass.Capitalized));
            if (number || place || rare)
            {
                if (from >= 0 && token - to > NumberGap)
                {
                    break;
                }
                from = from < 0 ? token : from;
                to = token + 1;
                evidence += place || number ? 1 : 0;
            }
            if (current.Is(WordClass.QuestionMark))
            {
                break;
            }
        }
        if (from < 0 || evidence == 0 && to - from > 3)
        {
            return (start, start);
        }
        // Ordinary words right before the first hard evidence belong to a street or town that was heard wrongly.
        while (from > start && context.Sensitivity != Sensitivity.Readable && stream[from - 1].Is(WordClass.Common) && !TokenTests.IsGrammar(stream[from - 1])
            && !stream[from - 1].Is(WordClass.Verb | WordClass.Backchannel) && evidence > 0 && to - from < 12)
        {
            from--;
        }
        return (from, to);
    }

    /// <summary>The number in an answer: all number words with what stands between them, homophones at the ends.</summary>
    public static (int From, int To) Number(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int from = -1, to = -1, numbers = 0, homophones = 0;
        for (int token = start; token < limit && token - start < 60; token++)
        {
            ref readonly var current = ref stream[token];
            bool number = current.Is(WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Ordinal | WordClass.Month) && !(current.Is(WordClass.Letter) && current.End - current.Start == 1)
                && !current.Is(WordClass.CurrencySign);
            bool homophone = current.Is(WordClass.DigitHomophone);
            if (!number && !homophone)
            {
                continue;
            }
            if (from >= 0 && (token - to > NumberGap || AnnouncesOther(context, to, token)))
            {
                break;
            }
            if (homophone && from < 0 && !(token + 1 < limit && stream[token + 1].Is(WordClass.AnyNumberWord | WordClass.DigitHomophone)))
            {
                continue;
            }
            if (homophone && from >= 0 && token != to)
            {
                continue;
            }
            from = from < 0 ? token : from;
            to = token + 1;
            numbers += number ? 1 : 0;
            homophones += homophone ? 1 : 0;
        }
        if (from < 0 || numbers == 0 && homophones < 2)
        {
            return (start, start);
        }
        // An answer that is mostly digits is all digits: the odd word is one that was heard wrongly.
        int end = TrimEnd(context, start, limit);
        if (context.Sensitivity != Sensitivity.Readable && end - start <= 14 && (numbers + homophones) * 5 >= (end - start) * 3 && end - start >= 2 && from - start <= 1)
        {
            return (start, end);
        }
        // A lone 'one' or a closing 'for' or 'to' says nothing.
        while (to > from && numbers > 0 && stream[to - 1].Is(WordClass.DigitHomophone) && to < limit)
        {
            to--;
        }
        return numbers + homophones >= 2 ? (from, to) : (start, start);
    }

    private static bool AnnouncesOther(DetectionContext context, int from, int to)
    {
        for (int token = from; token < to; token++)
        {
            if (context.PhraseEndAt(token, LexiconKind.Topic) > 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A short answer as a whole when it holds a number word and no clause.</summary>
    public static (int From, int To) ShortNumber(DetectionContext context, int start, int limit)
    {
        int end = TrimEnd(context, start, limit);
        bool hasNumber = false;
        for (int token = start; token < end; token++)
        {
            ref readonly var current = ref context.Stream[token];
            hasNumber |= current.Is(WordClass.AnyNumberWord) && context.Stream.Text(token) is not "one";
            if (current.Is(WordClass.Verb | WordClass.Asking | WordClass.Possessor | WordClass.Currency | WordClass.TimeUnit | WordClass.QuestionMark))
            {
                return (start, start);
            }
        }
        return hasNumber && end - start is >= 2 and <= MaxShortNumber ? (start, end) : (start, start);
    }

    /// <summary>True for a remark on how something is written: 'all lower case', 'no spaces'.</summary>
    public static bool IsAboutSpelling(DetectionContext context, int start, int end) =>
        end - start <= 4 && context.Stream.Text(end - 1) is "case" or "lowercase" or "uppercase" or "spaces" or "capitals" or "letters" or "word";

    /// <summary>The end of a secret that starts here: all words up to the next clause.</summary>
    public static int Secret(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int token = start;
        while (token < limit && token - start < MaxSecretWords)
        {
            ref readonly var current = ref stream[token];
            bool stops = current.Is(WordClass.Function | WordClass.Connector | WordClass.Backchannel) && !current.Is(WordClass.Letter | WordClass.AnyNumberWord | WordClass.AnyName)
                || context.PhraseEndAt(token, LexiconKind.Topic) > 0 && token > start;
            if (stops)
            {
                break;
            }
            token++;
            if (stream[token - 1].Is(Breaks))
            {
                break;
            }
        }
        return token;
    }

    /// <summary>The end without closing words that carry nothing ('thank you', 'okay').</summary>
    public static int TrimEnd(DetectionContext context, int start, int limit)
    {
        int end = limit;
        while (end > start && (TokenTests.IsLight(context.Stream[end - 1]) || context.Stream.Text(end - 1) is "you" or "thank" or "please" or "that" or "it" or "is") && !context.Stream[end - 1].Is(WordClass.AnyNumberWord))
        {
            end--;
        }
        return end;
    }

    /// <summary>The end of what is said before it is spelled or another sentence begins.</summary>
    public static int BeforeSpelling(DetectionContext context, int start, int limit)
    {
        var stream = context.Stream;
        int token = start;
        while (token < limit && context.PhraseEndAt(token, LexiconKind.SpellCue) < 0 && stream.Text(token) is not ("i" or "I" or "i'm" or "it's" or "that's"))
        {
            token++;
            if (stream[token - 1].Is(Breaks))
            {
                break;
            }
        }
        return token;
    }

    /// <summary>True when the range holds a sign of an e-mail address: 'at', 'dot', a mail service.</summary>
    public static bool HasAddressSign(DetectionContext context, int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            if (context.Stream[token].Is(WordClass.EmailDomain | WordClass.TopLevelDomain | WordClass.Symbol | WordClass.HasSymbol) || context.Stream.Text(token) is "at")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when a verb or a pronoun begins another clause.</summary>
    public static bool HasClause(DetectionContext context, int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            ref readonly var current = ref context.Stream[token];
            if (current.Is(WordClass.Verb | WordClass.Asking | WordClass.Possessor | WordClass.Currency | WordClass.TimeUnit) || current.Is(WordClass.Function) && !current.Is(WordClass.DigitHomophone | WordClass.AnyNumberWord))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when no word of the range could be part of a value.</summary>
    public static bool IsAllGrammar(DetectionContext context, int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            ref readonly var current = ref context.Stream[token];
            if (!current.Is(WordClass.Function | WordClass.Connector | WordClass.Filler | WordClass.Backchannel) || current.Is(WordClass.Letter | WordClass.AnyNumberWord))
            {
                return false;
            }
        }
        return true;
    }
}
