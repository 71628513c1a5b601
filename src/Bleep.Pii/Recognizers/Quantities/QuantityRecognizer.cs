using System.Buffers;
using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Quantities;

/// <summary>Numbers with a unit: sums of money, lengths of time, ages, percentages and readings.</summary>
internal sealed class QuantityRecognizer : IRecognizer
{
    private static readonly SearchValues<char> _numeral = SearchValues.Create("0123456789.,");

    public string Name => "quantity";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (current.Is(WordClass.TimeUnit) && !context.IsClaimed(token))
            {
                token = Math.Max(token, UncountedDuration(context, token) - 1);
                continue;
            }
            if (!current.Is(WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.CurrencySign) || context.IsClaimed(token)
                || current.Is(WordClass.Letter) && stream.Text(token).Length == 1)
            {
                continue;
            }
            int end = Read(context, token);
            if (end > token)
            {
                context.Claim(token, end);
                token = end - 1;
            }
        }
    }

    private int Read(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(token), limit = stream.TurnEnd(token);
        var reader = new NumberReader(stream);
        int end = Attached(context, token, limit);
        if (end > 0)
        {
            return end;
        }
        end = reader.Cardinal(token, limit, out long value);
        // 'point eight percent'
        if (end > 0 && token > turnStart && stream.Text(token - 1) is "point" && end < limit && stream.Text(end) is "percent" or "per" && !(token - 2 >= turnStart && stream[token - 2].Is(WordClass.AnyNumberWord)))
        {
            return Add(context, token - 1, stream.Text(end) is "per" ? Math.Min(end + 2, limit) : end + 1, PiiPolicies.Statistics, 0.85, "percent");
        }
        if (end < 0 || token > turnStart && stream[token - 1].Is(WordClass.Multiplier))
        {
            return -1;
        }
        bool sign = stream[token].Is(WordClass.CurrencySign);
        int unit = SkipRange(stream, end, limit, reader);
        unit = SkipFraction(stream, unit, limit, reader);
        if (sign)
        {
            int scale = unit < limit && stream[unit].Is(WordClass.Scale) ? unit + 1 : unit;
            return Add(context, token, MoneyTail(stream, scale, limit, reader), PiiPolicies.MoneyAmount, 0.97, "currency sign");
        }
        bool article = token > turnStart && stream.Text(token - 1) is "a" or "A" && stream[token].Is(WordClass.Scale);
        int start = article ? token - 1 : token;
        int sum = PriceReader.Read(context, token, end, value, turnStart, limit, out string reason);
        if (sum > 0)
        {
            return Add(context, reason == "currency code" ? token - 1 : start, sum, PiiPolicies.MoneyAmount, reason == "currency code" ? 0.93 : 0.66, reason);
        }
        if (unit >= limit || stream[unit - 1].Is(WordClass.SentenceEnd))
        {
            return Bare(context, start, token, end, value, limit);
        }
        ref readonly var next = ref stream[unit];
        var text = stream.Text(unit);
        if (text is "of" or "million" && unit + 1 < limit && stream[unit + 1].Is(WordClass.Currency))
        {
            unit++;
            next = ref stream[unit];
        }
        if (next.Is(WordClass.Currency) && !IsVerbPound(stream, unit))
        {
            bool weight = stream.Text(unit) is "pounds" or "pound" && IsWeight(stream, token, turnStart);
            int tail = MoneyTail(stream, unit + 1, limit, reader);
            return Add(context, start, tail, weight ? PiiPolicies.PhysicalAttribute : PiiPolicies.MoneyAmount, weight ? 0.8 : 0.93, "currency");
        }
        // 'i'm twelve stone', 'she weighs nine stone four'
        if (text is "stone" && value is >= 4 and <= 40 && (IsWeight(stream, token, turnStart) || token > turnStart && stream.Text(token - 1) is "i'm" or "he's" or "she's" or "am" or "is" or "was" or "about"))
        {
            int tail = unit + 1 < limit && stream[unit + 1].Is(WordClass.AnyNumberWord) ? unit + 2 : unit + 1;
            return Add(context, start, tail, PiiPolicies.PhysicalAttribute, 0.75, "weight");
        }
        if (text is "percent" or "per" or "%" or "percentage" && (text is not "per" || unit + 1 < limit && stream.Text(unit + 1) is "cent"))
        {
            return Add(context, WithRoughly(stream, start, turnStart), unit + (text is "per" ? 2 : 1), PiiPolicies.Statistics, 0.85, "percent");
        }
        // 'nearly two thirds'
        if (value is >= 1 and <= 9 && text is "thirds" or "quarters" or "fifths" or "tenths" or "third" && unit + 1 < limit && stream.Text(unit + 1) is "of")
        {
            return Add(context, WithRoughly(stream, start, turnStart), unit + 1, PiiPolicies.Statistics, 0.7, "fraction");
        }
        int share = Share(stream, end, limit, reader, value);
        if (share > 0)
        {
            return Add(context, start, share, PiiPolicies.Statistics, 0.6, "share");
        }
        int years = Years(stream, unit, limit, out bool age);
        if (age)
        {
            return Add(context, start, years, PiiPolicies.PersonAge, 0.95, "years old");
        }
        int qualifier = unit;
        if (text is "business" or "working" or "more" or "full" or "calendar" or "consecutive" or "straight" or "long" or "short")
        {
            qualifier++;
        }
        if (qualifier < limit && stream[qualifier].Is(WordClass.TimeUnit) && !stream[qualifier].Is(WordClass.Ordinal))
        {
            return Duration(context, start, qualifier, value, limit);
        }
        if (IsMeasure(stream, token, unit, limit) && !IsBody(context, token, unit, value))
        {
            // Understood, and nothing private: no code is read from these digits.
            return unit + 1;
        }
        if (text is "lbs" or "lb" && IsBehindMeasure(context, token))
        {
            return Add(context, start, unit + 1, PiiPolicies.PhysicalAttribute, 0.75, "measure");
        }
        int physical = IsOfThing(stream, start, turnStart) ? -1 : Physical(context, unit, limit, reader);
        if (physical > 0)
        {
            return Add(context, start, physical, PiiPolicies.PhysicalAttribute, 0.8, "measure");
        }
        return Bare(context, start, token, end, value, limit);
    }

    // 'two hundred grams', '400 g'; single letters only behind written numbers, as they may go on with a code.
    private static bool IsMeasure(TokenStream stream, int token, int unit, int limit)
    {
        if (!stream.Has(unit, WordSet.Measure))
        {
            return false;
        }
        bool letter = stream[unit].End - stream[unit].Start == 1;
        return !letter || stream[token].Is(WordClass.HasDigit) && !stream[unit].Is(WordClass.AllCaps | WordClass.Capitalized)
            && !(unit + 1 < limit && stream[unit + 1].Is(WordClass.HasDigit | WordClass.Letter));
    }

    private static int WithRoughly(TokenStream stream, int start, int turnStart) =>
        start > turnStart && stream.Text(start - 1) is "about" or "nearly" or "almost" or "roughly" or "around" or "Nearly" or "About" or "Almost" ? start - 1 : start;

    // A height or a weight of somebody: said so, or right behind another such measure.
    private static bool IsBody(DetectionContext context, int token, int unit, long value)
    {
        var stream = context.Stream;
        var text = stream.Text(unit);
        if (text is "foot" or "feet" or "ft" or "kilos" or "kilo" or "kilograms" or "kg" or "cm" or "centimetres" or "centimeters")
        {
            return true;
        }
        return text is "lbs" or "lb" && value is >= 60 and <= 500 && IsBehindMeasure(context, token);
    }

    // '5'9", 170 lbs'
    private static bool IsBehindMeasure(DetectionContext context, int token) =>
        context.Candidates.Count > 0 && context.Candidates[^1] is { } last && last.Policy == PiiPolicies.PhysicalAttribute && token - last.TokenEnd is >= 0 and <= 2;

    private int Add(DetectionContext context, int start, int end, PiiPolicy policy, double score, string cue)
    {
        context.Add(start, end, policy, score, Name, cue);
        return end;
    }

    // '42-year-old', '30min', '25k', '98%'
    private int Attached(DetectionContext context, int token, int limit)
    {
        var stream = context.Stream;
        if (!stream[token].Is(WordClass.HasDigit) || stream[token].Is(WordClass.AllDigits))
        {
            return -1;
        }
        var text = stream.Text(token);
        if (text[^1] == '%')
        {
            return Add(context, token, token + 1, PiiPolicies.Statistics, 0.85, "percent");
        }
        if (text.Contains("year-old", StringComparison.OrdinalIgnoreCase) || text.EndsWith("-years-old", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("yo", StringComparison.OrdinalIgnoreCase) && text.Length <= 5)
        {
            return Add(context, token, token + 1, PiiPolicies.PersonAge, 0.95, "years old");
        }
        // 6'2", 5’9
        int foot = text.IndexOfAny('\'', '’');
        if (foot == 1 && text[0] is >= '3' and <= '8' && text.Length is 3 or 4 && int.TryParse(text[2..], out int inch) && inch <= 11)
        {
            return Add(context, token, token + 1, PiiPolicies.PhysicalAttribute, 0.85, "feet and inches");
        }
        int letters = text.IndexOfAnyExcept(_numeral);
        if (letters <= 0)
        {
            return -1;
        }
        var unit = text[letters..];
        if (unit is "min" or "mins" or "h" or "hr" or "hrs" or "hours" or "days" or "minutes" && unit.Length > 1)
        {
            return Add(context, token, token + 1, PiiPolicies.Duration, 0.75, "time unit");
        }
        return stream[token].Is(WordClass.CurrencySign) && unit is "k" or "K" or "m" or "M" or "bn" or "b"
            ? Add(context, token, MoneyTail(stream, token + 1, limit, new NumberReader(stream)), PiiPolicies.MoneyAmount, 0.95, "currency sign")
            : -1;
    }

    // 'three to five', 'two or three'
    private static int SkipRange(TokenStream stream, int at, int limit, NumberReader reader)
    {
        if (at < limit && stream.Text(at) is "to" or "or" or "and")
        {
            int end = reader.Cardinal(at + 1, limit, out _);
            return end > 0 ? end : at;
        }
        return at;
    }

    // 'two and a half', 'one point five'
    private static int SkipFraction(TokenStream stream, int at, int limit, NumberReader reader)
    {
        if (at + 2 < limit && stream.Text(at) is "and" && stream.Text(at + 1) is "a" && stream.Text(at + 2) is "half" or "quarter")
        {
            return at + 3;
        }
        if (at + 1 < limit && stream.Text(at) is "point")
        {
            int end = reader.Cardinal(at + 1, limit, out _);
            while (end > 0 && end < limit && stream[end].Is(WordClass.Digit))
            {
                end++;
            }
            end = end > 0 && end < limit && stream[end].Is(WordClass.Scale) ? end + 1 : end;
            return end > 0 ? end : at;
        }
        return at;
    }

    private static bool IsVerbPound(TokenStream stream, int unit) =>
        stream[unit].Is(WordClass.DigitHomophone) && stream.Text(unit) is "won" || unit + 1 < stream.Count && stream.Text(unit + 1) is "sign" or "key";

    // 'and ten cents', 'fifty' after 'dollars'
    private static int MoneyTail(TokenStream stream, int at, int limit, NumberReader reader)
    {
        if (at < limit && stream[at].Is(WordClass.Currency))
        {
            at++;
        }
        int number = at < limit && stream.Text(at) is "and" ? at + 1 : at;
        int end = reader.Cardinal(number, limit, out long cents);
        if (end > 0 && end < limit && stream[end].Is(WordClass.Currency))
        {
            return end + 1;
        }
        // 'four pounds twenty each'
        bool pence = end > 0 && number == at && cents is >= 10 and <= 99 && at > 0 && stream[at - 1].Is(WordClass.Currency) && !stream[at - 1].Is(WordClass.SentenceEnd | WordClass.Comma)
            && stream[at].Is(WordClass.Tens | WordClass.Teen) && (end >= limit || stream[end].Is(WordClass.Function | WordClass.Backchannel));
        return pence ? end : at;
    }

    private static bool IsWeight(TokenStream stream, int token, int turnStart)
    {
        for (int at = token - 1; at >= turnStart && at >= token - 4; at--)
        {
            if (stream.Text(at) is "weigh" or "weighs" or "weighed" or "weight" or "weighing")
            {
                return true;
            }
        }
        return false;
    }

    private static int Years(TokenStream stream, int unit, int limit, out bool age)
    {
        var text = stream.Text(unit);
        age = false;
        if (text is not ("years" or "year" or "yrs" or "yr" or "months" or "month" or "weeks" or "week" or "days" or "day"))
        {
            return unit;
        }
        if (unit + 1 < limit && stream.Text(unit + 1) is "old" or "olds")
        {
            age = true;
            return unit + 2;
        }
        if (unit + 2 < limit && stream.Text(unit + 1) is "of" && stream.Text(unit + 2) is "age")
        {
            age = true;
            return unit + 3;
        }
        return unit;
    }

    private int Duration(DetectionContext context, int start, int unit, long value, int limit)
    {
        var stream = context.Stream;
        var text = stream.Text(unit);
        // 'one second', 'one minute' and 'one moment' ask for patience.
        if (value == 1 && text is "second" or "minute" or "sec" or "min")
        {
            return -1;
        }
        int end = unit + 1;
        if (end + 2 < limit && stream.Text(end) is "and" && stream.Text(end + 1) is "a" && stream.Text(end + 2) is "half")
        {
            end += 3;
        }
        var reader = new NumberReader(stream);
        for (int more = 0; more < 3; more++)
        {
            int number = end < limit && stream.Text(end) is "and" ? end + 1 : end;
            int next = reader.Cardinal(number, limit, out _);
            if (next < 0 || next >= limit || !stream[next].Is(WordClass.TimeUnit) || stream[next].Is(WordClass.Ordinal))
            {
                break;
            }
            end = next + 1;
        }
        return Add(context, start, end, PiiPolicies.Duration, value == 1 ? 0.6 : 0.8, "time unit");
    }

    // 'one in five', 'three out of ten'
    private static int Share(TokenStream stream, int at, int limit, NumberReader reader, long part)
    {
        int of = at < limit && stream.Text(at) is "in" ? at + 1 : at + 1 < limit && stream.Text(at) is "out" && stream.Text(at + 1) is "of" ? at + 2 : -1;
        int end = of < 0 ? -1 : reader.Cardinal(of, limit, out long whole) is var next && next > 0 && whole > part && whole is >= 2 and <= 100_000 ? next : -1;
        return end > 0 && !(end < limit && stream[end].Is(WordClass.TimeUnit | WordClass.Month)) ? end : -1;
    }

    // 'half an hour', 'a couple of weeks', 'an hour and twenty minutes', 'a year and a half'
    private int UncountedDuration(DetectionContext context, int unit)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(unit), limit = stream.TurnEnd(unit);
        if (unit == turnStart || stream[unit].Is(WordClass.Ordinal) && stream.Text(unit) is "second")
        {
            return -1;
        }
        var before = stream.Text(unit - 1);
        bool article = before is "a" or "an" or "A" or "An";
        bool half = article && unit - 2 >= turnStart && stream.Text(unit - 2) is "half" or "Half";
        bool couple = before is "of" && unit - 2 >= turnStart && stream.Text(unit - 2) is "couple" || before is "couple" or "several";
        int end = unit + 1;
        bool more = false;
        if (article && end + 2 < limit && stream.Text(end) is "and" && stream.Text(end + 1) is "a" && stream.Text(end + 2) is "half" or "quarter")
        {
            end += 3;
            more = true;
        }
        else if (end < limit && stream.Text(end) is "and")
        {
            int number = new NumberReader(stream).Cardinal(end + 1, limit, out _);
            more = article && number > 0 && number < limit && stream[number].Is(WordClass.TimeUnit);
            end = more ? number + 1 : end;
        }
        bool hour = article && stream.Text(unit) is "hour" && before is "an";
        if (!(half || couple || more || hour))
        {
            return -1;
        }
        int start = half ? unit - 2 : couple && before is "of" ? unit - 2 : unit - 1;
        start = couple && start > turnStart && stream.Text(start - 1) is "a" ? start - 1 : start;
        context.Claim(start, end);
        return Add(context, start, end, PiiPolicies.Duration, half || couple || more ? 0.7 : 0.52, "time unit");
    }

    // Words of the list of looks stand near by in the turn.
    private static bool IsDescription(DetectionContext context, int token)
    {
        const int Reach = 12;
        int turn = context.Stream[token].Turn;
        foreach (ref readonly var match in context.PhrasesBetween(turn, token - Reach, token + Reach))
        {
            if (match.Entry.Kind == LexiconKind.PhysicalAttribute)
            {
                return true;
            }
        }
        return context.Stream.TurnEnd(token) - token <= 2 && context.Stream.TurnEnd(token) - context.Stream.TurnStart(token) <= 8 && context.Cues.ExpectationsOf(turn).Length > 0;
    }

    // 'the fence is six feet tall'
    private static bool IsOfThing(TokenStream stream, int start, int turnStart) =>
        start - 2 >= turnStart && stream.Text(start - 1) is "is" or "was" or "are" && stream[start - 2].Is(WordClass.Common) && !stream[start - 2].Is(WordClass.Function | WordClass.AnyName);

    // 'five foot eleven', 'six feet two inches', 'eighty kilos'
    private static int Physical(DetectionContext context, int unit, int limit, NumberReader reader)
    {
        var stream = context.Stream;
        var text = stream.Text(unit);
        if (text is "foot" or "feet" or "ft")
        {
            int end = reader.Cardinal(unit + 1, limit, out long inches);
            if (end > 0 && inches <= 12)
            {
                return end < limit && stream.Text(end) is "inches" or "inch" ? end + 1 : end;
            }
            return unit + 1 < limit && stream.Text(unit + 1) is "tall" ? unit + 2 : -1;
        }
        // 'six foot two, ninety five kilos, green eyes'
        bool described = text is "kilos" or "kilograms" or "kg" && IsDescription(context, unit);
        bool body = text is "kilos" or "kilograms" or "kg" or "lbs" or "stone" or "centimeters" or "centimetres" or "cm";
        return described ? unit + 1 : body && (IsWeight(stream, unit, Math.Max(0, unit - 6)) || unit + 1 < limit && stream.Text(unit + 1) is "tall") ? unit + 1 : -1;
    }

    // A number without a unit that the dialogue asked for, or that follows 'i'm'.
    private int Bare(DetectionContext context, int start, int token, int end, long value, int limit)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(token);
        bool ends = end >= limit || stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma)
            || stream[end].Is(WordClass.Function | WordClass.Filler | WordClass.Backchannel | WordClass.Verb) && stream.Text(end) is not ("of" or "to");
        if (!ends || stream[token].Is(WordClass.HasSymbol) || token > turnStart && stream[token - 1].Is(WordClass.AnyNumberWord | WordClass.HasDigit))
        {
            return -1;
        }
        if (value is >= 1 and <= 115)
        {
            if (value >= 2 && token - 1 > turnStart && stream.Text(token - 1) is "was" && stream.Text(token - 2) is "i" or "I" or "he" or "she" or "He" or "She")
            {
                return Add(context, token, end, PiiPolicies.PersonAge, value >= 4 ? 0.62 : 0.4, "was");
            }
            if (value is >= 14 and <= 99 && IsListedAge(context, token, turnStart, limit))
            {
                return Add(context, token, end, PiiPolicies.PersonAge, 0.68, "between commas");
            }
            if (value < 116 && (value >= 10 || stream.Text(token - (token > turnStart ? 1 : 0)) is not "be") && IsAgeOfRelative(stream, token, turnStart))
            {
                return Add(context, token, end, PiiPolicies.PersonAge, 0.8, "relative");
            }
            var age = NearestOf(context, token, PiiPolicies.PersonAge, reach: 3);
            bool leadIn = token > turnStart && stream.Text(token - 1) is "i'm" or "I'm" or "am" or "he's" or "she's" or "aged" or "turned" or "turning" or "age" or "turns" && value >= 10;
            bool fits = age is not null && (value >= 10 || age.Text is "how old" or "age" or "aged");
            if (fits && (leadIn || age!.Text is not ("i'm" or "i am" or "he's" or "she's" or "he is" or "she is" or "they are" or "they're")))
            {
                return Add(context, token, end, PiiPolicies.PersonAge, leadIn ? 0.75 : 0.85, age!.Text);
            }
        }
        var money = NearestOf(context, token, PiiPolicies.MoneyAmount, reach: 8);
        if (money is not null && value >= 2)
        {
            return Add(context, start, end, PiiPolicies.MoneyAmount, 0.65, money.Text);
        }
        // 'i can do a hundred': a round number of nothing is mostly a sum.
        if (start < token && value is >= 100 and < 1_000_000)
        {
            return Add(context, start, end, PiiPolicies.MoneyAmount, 0.52, "round sum");
        }
        return -1;
    }

    // 'Hispanic female, 42, said', 'Maria Lopez, 34, of', '36, divorced, one kid'
    private static bool IsListedAge(DetectionContext context, int token, int turnStart, int limit)
    {
        var stream = context.Stream;
        if (!stream[token].Is(WordClass.AllDigits) || !stream[token].Is(WordClass.Comma | WordClass.SentenceEnd))
        {
            return false;
        }
        if (token == turnStart)
        {
            return token + 1 < limit && context.PhraseEndAt(token + 1, LexiconKind.MaritalStatus) > 0;
        }
        if (!stream[token - 1].Is(WordClass.Comma) || !stream[token].Is(WordClass.Comma))
        {
            return false;
        }
        if ((stream[token - 1].Is(WordClass.AnyName) && TokenTests.HasTellingCapital(context, token - 1) || stream[token - 1].Is(WordClass.FirstName) && !stream[token - 1].Is(WordClass.Common)) && !stream[token - 1].Is(WordClass.Month | WordClass.Place))
        {
            return true;
        }
        foreach (ref readonly var match in context.PhrasesBetween(stream[token].Turn, token - 3, token))
        {
            if (match.End == token && match.Entry.Kind is LexiconKind.GenderSexuality or LexiconKind.MaritalStatus)
            {
                return true;
            }
        }
        return false;
    }

    // 'my son is 8', 'my daughter just turned eight'
    private static bool IsAgeOfRelative(TokenStream stream, int token, int turnStart)
    {
        int at = token - 1;
        bool verb = false;
        if (at >= turnStart && stream.Text(at) is "he's" or "she's" or "He's" or "She's" or "turned")
        {
            return true;
        }
        if (at > turnStart && stream.Text(at) is "be" && stream.Text(at - 1) is "to" or "gonna")
        {
            return true;
        }
        // 'my grandfather's sixty six', 'katerina is nine'
        if (at >= turnStart && stream[at].Is(WordClass.Possessive) && stream.Has(at, WordSet.Relative))
        {
            return true;
        }
        if (at > turnStart && stream.Text(at) is "is" && stream[at - 1].Is(WordClass.FirstName) && !stream[at - 1].Is(WordClass.Common | WordClass.Function))
        {
            return true;
        }
        while (at >= turnStart && token - at <= 4 && stream.Text(at) is "is" or "just" or "turned" or "turns" or "turning" or "was" or "only" or "now" or "almost")
        {
            verb |= stream.Text(at) is "is" or "turned" or "turns" or "was" or "turning";
            at--;
        }
        return verb && at >= turnStart && (stream.Has(at, WordSet.Relative) || stream.Text(at) is "he" or "she" or "He" or "She" or "patient");
    }

    private static Cue? NearestOf(DetectionContext context, int token, PiiPolicy policy, int reach)
    {
        int turn = context.Stream[token].Turn;
        Cue? found = null;
        foreach (ref readonly var hit in context.Cues.HitsBefore(turn, token))
        {
            if (hit.End <= token && hit.Cue.Policy == policy && token - hit.ValueStart <= reach)
            {
                found = hit.Cue;
            }
        }
        if (found is not null)
        {
            return found;
        }
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (expectation.Cue.Policy == policy && expectation.Distance <= 2)
            {
                return expectation.Cue;
            }
        }
        return null;
    }
}
