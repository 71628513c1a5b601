using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Calendar;

/// <summary>Calendar days, birth dates and card expiries with a month name, an ordinal or separators; months, years and seasons.</summary>
internal sealed class DateRecognizer : IRecognizer
{
    private const double DayScore = 0.92;

    public string Name => "date";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (!current.Is(WordClass.Month | WordClass.Ordinal | WordClass.HasDigit | WordClass.Teen | WordClass.Tens | WordClass.Season | WordClass.Digit | WordClass.Decade))
            {
                continue;
            }
            if (context.IsClaimed(token))
            {
                continue;
            }
            if (current.Is(WordClass.Decade))
            {
                AddDecade(context, token);
                continue;
            }
            int start = token;
            int end;
            if (current.Is(WordClass.Month))
            {
                end = FindMonth(context, ref start);
            }
            else if (current.Is(WordClass.HasSymbol) && current.Is(WordClass.HasDigit))
            {
                end = FindNumeric(context, token);
            }
            else if (current.Is(WordClass.Season))
            {
                end = FindSeason(context, ref start);
            }
            else if (current.Is(WordClass.Ordinal) || current.Is(WordClass.Tens) && token + 1 < stream.Count && stream[token + 1].Is(WordClass.Ordinal))
            {
                end = FindBareOrdinal(context, ref start);
            }
            else
            {
                end = FindMonthAndDay(context, token);
                end = end > 0 ? end : FindYear(context, ref start);
            }
            if (end > token)
            {
                token = end - 1;
            }
        }
    }

    // Everything around a month name.
    private int FindMonth(DetectionContext context, ref int start)
    {
        var stream = context.Stream;
        var reader = new NumberReader(stream);
        int month = start, turnStart = stream.TurnStart(month), limit = stream.TurnEnd(month);
        bool doubtful = IsDoubtfulMonth(context, month);
        bool day = false, year = false;
        int from = DayBefore(stream, month, turnStart);
        bool bare = from >= 0 && doubtful && !stream[month - 1].Is(WordClass.Ordinal | WordClass.HasDigit) && stream.Text(month - 1) is not "of" && reader.Year(month + 1, limit, out _) < 0;
        if (from >= 0 && !bare && !context.AnyClaimed(from, month))
        {
            start = from;
            day = true;
        }
        int end = month + 1;
        if (!day)
        {
            int at = end < limit && stream.Text(end) is "the" ? end + 1 : end;
            int dayEnd = reader.Day(at, limit, out _, out bool ordinal);
            int asYear = ordinal ? -1 : reader.Year(at, limit, out _);
            if (asYear >= 0)
            {
                end = asYear;
                year = true;
            }
            else if (dayEnd >= 0 && !IsFollowedByUnit(stream, dayEnd, limit))
            {
                end = dayEnd;
                day = true;
            }
        }
        int yearAt = end < limit && stream.Text(end) is "of" or "in" ? end + 1 : end;
        int yearEnd = year ? -1 : reader.Year(yearAt, limit, out _);
        if (yearEnd < 0 && day && !year)
        {
            int shortEnd = reader.ShortYear(end, limit, out _);
            yearEnd = shortEnd >= 0 && !IsFollowedByUnit(stream, shortEnd, limit) && !IsClock(stream, end, shortEnd, limit) ? shortEnd : -1;
        }
        else if (yearEnd < 0 && !year && BestCue(context, month)?.Policy == PiiPolicies.CreditCardExpiration)
        {
            yearEnd = reader.ShortYear(end, limit, out _);
        }
        if (yearEnd >= 0)
        {
            end = yearEnd;
            year = true;
        }
        if (!day && !year && end + 1 < limit && stream.Text(end) is "to" or "through" or "until" or "and" or "till" && stream[end + 1].Is(WordClass.Month))
        {
            int last = reader.Year(end + 2, limit, out _);
            end = last > 0 ? last : end + 2;
            doubtful = false;
        }
        // 'november of last year', 'may next year'
        if (!day && !year)
        {
            int of = end < limit && stream.Text(end) is "of" ? end + 1 : end;
            if (of + 1 < limit && stream.Text(of) is "last" or "this" or "next" && stream.Text(of + 1) is "year")
            {
                end = of + 2;
                doubtful = false;
            }
        }
        if (!day && !year && doubtful)
        {
            return -1;
        }
        if (day)
        {
            end = ExtendRange(stream, end, limit);
            start = RangeStart(context, start, turnStart);
            start = IncludeWeekday(stream, start, turnStart);
        }
        start = !day && start > turnStart && stream.Text(start - 1) is "early" or "late" or "mid" ? start - 1 : start;
        AddDate(context, start, end, day, year);
        return end;
    }

    private void AddDate(DetectionContext context, int start, int end, bool day, bool year)
    {
        var cue = BestCue(context, start);
        context.Claim(start, end);
        if (cue?.Policy == PiiPolicies.DateOfBirth)
        {
            context.Add(start, end, PiiPolicies.DateOfBirth, 0.97, Name, cue.Text, evidence: new Evidence(Cue: 0.97 - DayScore));
        }
        else if (cue?.Policy == PiiPolicies.CreditCardExpiration)
        {
            context.Add(start, end, PiiPolicies.CreditCardExpiration, 0.95, Name, cue.Text, evidence: new Evidence(Cue: 0.95 - DayScore));
            return;
        }
        var policy = day ? PiiPolicies.Date : PiiPolicies.DateInterval;
        context.Add(start, end, policy, day ? DayScore : year ? 0.88 : 0.7, Name, day ? "month and day" : year ? "month and year" : "month");
    }

    private static Cue? BestCue(DetectionContext context, int token) => CueLookup.Nearest(context, token, ValueShape.Date);

    private static int DayBefore(TokenStream stream, int month, int turnStart)
    {
        int at = month - 1;
        if (at < turnStart || stream[at].Is(WordClass.SentenceEnd))
        {
            return -1;
        }
        bool of = stream.Text(at) is "of";
        at -= of ? 1 : 0;
        if (at < turnStart)
        {
            return -1;
        }
        var reader = new NumberReader(stream);
        // Two tokens first, so that 'twenty first of may' is not read as the first.
        for (int length = 2; length >= 1; length--)
        {
            int from = at - length + 1;
            if (from < turnStart)
            {
                continue;
            }
            if (reader.Day(from, at + 1, out _, out bool ordinal) == at + 1 && (ordinal || of || !stream[from].Is(WordClass.Comma)))
            {
                bool partOfLonger = !ordinal && from > turnStart && stream[from - 1].Is(WordClass.AnyNumberWord);
                if (partOfLonger)
                {
                    return -1;
                }
                return from > turnStart && stream.Text(from - 1) is "the" or "The" ? from - 1 : from;
            }
        }
        return -1;
    }

    // 'may', 'march', 'mar', 'second' are other words too; a month alone needs a preposition or a capital in the middle.
    private static bool IsDoubtfulMonth(DetectionContext context, int token)
    {
        var stream = context.Stream;
        var text = stream.Text(token);
        bool homonym = text.Length <= 3 || text.Equals("may", StringComparison.OrdinalIgnoreCase) || text.Equals("march", StringComparison.OrdinalIgnoreCase)
            || stream[token].Is(WordClass.FirstName);
        if (!homonym)
        {
            return false;
        }
        bool first = token == stream.TurnStart(token);
        bool preposition = !first && stream.Text(token - 1) is "in" or "In" or "of" or "since" or "last" or "next" or "this" or "until" or "by" or "early" or "late" or "mid" or "from" or "for" or "end";
        bool modal = text.Equals("may", StringComparison.OrdinalIgnoreCase) && token + 1 < stream.TurnEnd(token) && stream[token + 1].Is(WordClass.Function);
        return !(preposition && !modal && (!context.IsCased || stream[token].Is(WordClass.Capitalized)) && (!stream[token].Is(WordClass.FirstName) || text.Length > 3 || text.Equals("may", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsFollowedByUnit(TokenStream stream, int token, int limit) =>
        token < limit && stream[token].Is(WordClass.Currency | WordClass.TimeUnit | WordClass.Scale) && !stream[token].Is(WordClass.Ordinal);

    // 'march seventh ten thirty a m': the ten is no year.
    private static bool IsClock(TokenStream stream, int start, int end, int limit) =>
        stream[start].Is(WordClass.HasDigit) && stream[start].End - stream[start].Start < 2
        || end < limit && (stream.Text(end) is "am" or "pm" or "a.m" or "p.m" or "o'clock" || stream.Text(end) is "a" or "p"
            && end + 1 < limit && stream.Text(end + 1) is "m" || stream[end].Is(WordClass.AnyNumberWord) && !stream[start].Is(WordClass.HasDigit));

    // 'march third to fifth', 'june 2nd through the 5th'.
    private static int ExtendRange(TokenStream stream, int end, int limit)
    {
        if (end >= limit || stream.Text(end) is not ("to" or "through" or "until" or "till" or "and" or "or" or "-"))
        {
            return end;
        }
        int at = end + 1 < limit && stream.Text(end + 1) is "the" ? end + 2 : end + 1;
        int dayEnd = new NumberReader(stream).Day(at, limit, out _, out bool ordinal);
        return dayEnd >= 0 && ordinal ? dayEnd : end;
    }

    // 'the second to the twelfth of october': the day before belongs to the date.
    private static int RangeStart(DetectionContext context, int start, int turnStart)
    {
        var stream = context.Stream;
        int link = start - 1;
        if (link <= turnStart || stream.Text(link) is not ("to" or "through" or "until" or "till" or "and" or "or") || !stream[link - 1].Is(WordClass.Ordinal))
        {
            return start;
        }
        int from = link - 1;
        from -= from > turnStart && stream[from - 1].Is(WordClass.Tens) && stream[from].Value < 10 ? 1 : 0;
        return from > turnStart && stream.Text(from - 1) is "the" or "The" ? from - 1 : from;
    }

    private static int IncludeWeekday(TokenStream stream, int start, int turnStart)
    {
        int at = start - 1;
        // 'thursday the ninth'
        at -= at > turnStart && stream.Text(at) is "the" && stream[at - 1].Is(WordClass.Weekday) ? 1 : 0;
        return at >= turnStart && IsWeekday(stream, at) ? at : start;
    }

    // 'Sat 14 Sep': what is a verb in lower case.
    private static bool IsWeekday(TokenStream stream, int token) =>
        stream[token].Is(WordClass.Weekday) || stream.Text(token) is "Sat" or "Sun" or "Mon" or "Tue" or "Tues" or "Wed" or "Thu" or "Thur" or "Thurs" or "Fri";

    // 10/12/1961, 10-12-61, 1961-10-12, 10.12.1961, 04/27
    private int FindNumeric(DetectionContext context, int token)
    {
        var text = context.Stream.Text(token);
        Span<int> parts = stackalloc int[4];
        Span<int> lengths = stackalloc int[4];
        int count = 0;
        char separator = '\0';
        int digits = 0, value = 0;
        for (int index = 0; index <= text.Length; index++)
        {
            char unit = index < text.Length ? text[index] : '\0';
            if (char.IsAsciiDigit(unit))
            {
                value = value * 10 + unit - '0';
                digits++;
                if (digits > 4)
                {
                    return -1;
                }
                continue;
            }
            bool valid = digits > 0 && count < 3 && (index == text.Length || unit is '/' or '-' or '.' && (separator == '\0' || separator == unit));
            if (!valid)
            {
                return -1;
            }
            separator = index < text.Length ? unit : separator;
            lengths[count] = digits;
            parts[count++] = value;
            digits = value = 0;
        }
        var cue = BestCue(context, token);
        if (count == 2 && separator == '/' && parts[0] is >= 1 and <= 12 && lengths[1] is 2 or 4)
        {
            bool expiry = cue?.Policy == PiiPolicies.CreditCardExpiration;
            if (expiry || lengths[1] == 4)
            {
                context.Claim(token, token + 1);
                context.Add(token, token + 1, expiry ? PiiPolicies.CreditCardExpiration : PiiPolicies.DateInterval, expiry ? 0.97 : 0.7, Name, cue?.Text);
                return token + 1;
            }
            if (parts[1] is >= 1 and <= 31)
            {
                context.Claim(token, token + 1);
                context.Add(token, token + 1, cue?.Policy == PiiPolicies.DateOfBirth ? PiiPolicies.DateOfBirth : PiiPolicies.Date, 0.6, Name, "day and month");
                return token + 1;
            }
            return -1;
        }
        if (count != 3)
        {
            return -1;
        }
        bool yearFirst = lengths[0] == 4 && parts[0] is >= 1800 and <= 2100 && parts[1] is >= 1 and <= 12 && parts[2] is >= 1 and <= 31;
        bool yearLast = lengths[2] is 2 or 4 && parts[0] is >= 1 and <= 31 && parts[1] is >= 1 and <= 31 && (parts[0] <= 12 || parts[1] <= 12)
            && (separator != '.' || lengths[2] == 4 || cue is not null);
        if (!yearFirst && !yearLast)
        {
            return -1;
        }
        AddDate(context, token, token + 1, day: true, year: true);
        return token + 1;
    }

    // 'the 8th', 'on the twenty third': a day without its month.
    private int FindBareOrdinal(DetectionContext context, ref int start)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(start), limit = stream.TurnEnd(start);
        int end = new NumberReader(stream).Day(start, limit, out int day, out bool ordinal);
        bool monthFollows = end > 0 && (end < limit && stream[end].Is(WordClass.Month) || end + 1 < limit && stream.Text(end) is "of" && stream[end + 1].Is(WordClass.Month));
        if (end < 0 || !ordinal || monthFollows)
        {
            return -1;
        }
        bool the = start > turnStart && stream.Text(start - 1) is "the" or "The";
        bool on = the && start - 2 >= turnStart && stream.Text(start - 2) is "on" or "On" or "due" or "tomorrow" or "today" or "by" or "until" or "from" or "before" or "after" or "for" or "to" or "till" or "is" or "say" or "through";
        bool ofMonth = end + 1 < limit && stream.Text(end) is "of" && (stream.Text(end + 1) is "this" or "next" or "last" or "every" or "each" or "the")
            && end + 2 < limit && stream.Text(end + 2) is "month" or "months";
        bool written = stream[start].Is(WordClass.WrittenOrdinal);
        bool ends = end >= limit || stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma) || stream[end].Is(WordClass.Function | WordClass.Filler | WordClass.Backchannel) || on && stream[end].Is(WordClass.Verb) | stream.Text(end).EndsWith("ing");
        bool weekday = start > turnStart && (stream[start - 1].Is(WordClass.Weekday) || the && start - 2 >= turnStart && stream[start - 2].Is(WordClass.Weekday));
        bool asked = CueLookup.Nearest(context, start, ValueShape.Date) is not null
            || the && end >= limit && start - 1 == turnStart;
        if (!(ofMonth || weekday || (on || asked) && ends && (written || day > 3 || asked) || the && written && ends))
        {
            return -1;
        }
        // 'the first of all' and 'on the second floor' are no days; what follows an ordinal decides.
        int from = the ? start - 1 : start;
        start = from;
        end = ofMonth ? end + 3 : ExtendRange(stream, end, limit);
        AddDate(context, IncludeWeekday(stream, from, turnStart), end, day: true, year: false);
        return end;
    }

    // 'the early nineties', 'nineteen eighties'
    private void AddDecade(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int start = token;
        while (start > stream.TurnStart(token) && token - start < 3 && stream.Text(start - 1) is "early" or "late" or "mid" or "nineteen" or "eighteen" or "the")
        {
            start--;
        }
        if (start < token)
        {
            start = stream.Text(start) is "the" ? start + 1 : start;
            context.Claim(start, token + 1);
            context.Add(start, token + 1, PiiPolicies.DateInterval, 0.75, Name, "decade");
        }
    }

    private int FindSeason(DetectionContext context, ref int start)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(start), limit = stream.TurnEnd(start);
        int yearAt = start + 1 < limit && stream.Text(start + 1) is "of" or "in" ? start + 2 : start + 1;
        // 'the summer of fifty nine'
        int yearEnd = yearAt == start + 2 ? new NumberReader(stream).ShortYear(yearAt, limit, out _) : new NumberReader(stream).Year(yearAt, limit, out _);
        bool relative = start > turnStart && stream.Text(start - 1) is "last" or "next" or "this";
        if (yearEnd < 0 && !relative || start > turnStart && stream.Text(start - 1) is "to" or "will" or "i" or "you")
        {
            return -1;
        }
        int end = yearEnd >= 0 ? yearEnd : start + 1;
        start = relative ? start - 1 : start;
        context.Claim(start, end);
        context.Add(start, end, PiiPolicies.DateInterval, yearEnd >= 0 ? 0.85 : 0.55, Name, "season");
        return end;
    }

    // 'he signed on six four': the number of a month and of a day behind 'on'.
    private int FindMonthAndDay(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(token);
        ref readonly var month = ref stream[token];
        bool isMonth = month.Is(WordClass.Digit | WordClass.Teen) && !month.Is(WordClass.Letter) && month.Value is >= 1 and <= 12;
        if (!isMonth || token == stream.TurnStart(token) || stream.Text(token - 1) is not "on")
        {
            return -1;
        }
        int end = new NumberReader(stream).Day(token + 1, limit, out _, out bool ordinal);
        bool ends = end > 0 && (end >= limit || stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma) || stream[end].Is(WordClass.Function | WordClass.Filler | WordClass.Backchannel));
        if (!ends || stream[token + 1].Is(WordClass.HasDigit) && !ordinal)
        {
            return -1;
        }
        AddDate(context, token, end, day: true, year: false);
        return end;
    }

    // 'in nineteen sixty one', 'since 2009', '1980s', 'the nineteen eighties'.
    private int FindYear(DetectionContext context, ref int start)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(start), limit = stream.TurnEnd(start);
        var text = stream.Text(start);
        if (text.Length == 5 && text[4] == 's' && text[..4].IndexOfAnyExceptInRange('0', '9') < 0 && text[0] is '1' or '2')
        {
            context.Claim(start, start + 1);
            context.Add(start, start + 1, PiiPolicies.DateInterval, 0.85, Name, "decade");
            return start + 1;
        }
        int end = new NumberReader(stream).Year(start, limit, out int year);
        if (end < 0 || year is < 1900 or > 2060 || start > turnStart && stream[start - 1].Is(WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Multiplier | WordClass.CurrencySign))
        {
            return -1;
        }
        if (end < limit && stream[end].Is(WordClass.AnyNumberWord | WordClass.Currency | WordClass.TimeUnit | WordClass.HasDigit | WordClass.StreetType) || stream[start].Is(WordClass.CurrencySign))
        {
            return -1;
        }
        var before = start > turnStart ? stream.Text(start - 1) : default;
        bool preposition = before is "in" or "In" or "since" or "Since" or "of" or "from" or "until" or "till" or "year" or "by" or "to" or "for" or "during" or "before" or "after" or "early" or "late" or "mid" or "a" or "and" or "circa" or "class";
        var cue = BestCue(context, start);
        bool number = CueLookup.Nearest(context, start, ValueShape.Digits) is not null || CueLookup.Nearest(context, start, ValueShape.Place) is not null;
        if (number && !preposition && cue is null || !preposition && cue is null && start == turnStart && end == limit)
        {
            return -1;
        }
        start = start > turnStart && stream.Text(start - 1) is "early" or "late" or "mid" ? start - 1 : start;
        double score = preposition ? 0.85 : cue is not null ? 0.9 : 0.6;
        if (end + 1 < limit && stream.Text(end) is "to" or "through" or "until" or "till" or "and" or "-")
        {
            int second = new NumberReader(stream).Year(end + 1, limit, out int last);
            end = second > 0 && last is >= 1900 and <= 2060 ? second : end;
        }
        context.Claim(start, end);
        bool birth = cue?.Policy == PiiPolicies.DateOfBirth;
        context.Add(start, end, birth ? PiiPolicies.DateOfBirth : PiiPolicies.DateInterval, score, Name, cue?.Text ?? "year");
        return end;
    }
}
