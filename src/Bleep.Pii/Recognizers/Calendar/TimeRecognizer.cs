using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Calendar;

/// <summary>Clock times: '11:30', 'four thirty p m', 'half past six', 'noon', 'at six in the morning'.</summary>
internal sealed class TimeRecognizer : IRecognizer
{
    public string Name => "time";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (!current.Is(WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.DayPart | WordClass.TimeUnit) || context.IsClaimed(token))
            {
                if (!(stream.Text(token) is "half" or "Half") || context.IsClaimed(token))
                {
                    continue;
                }
            }
            int end = Read(context, token, out double score, out string reason);
            if (end > token)
            {
                // 'afternoon 12:30'
                int start = token > stream.TurnStart(token) && stream[token - 1].Is(WordClass.DayPart) && !context.IsClaimed(token - 1) ? token - 1 : token;
                context.Claim(start, end);
                context.Add(start, end, PiiPolicies.Time, score, Name, reason);
                token = end - 1;
            }
        }
    }

    private static int Read(DetectionContext context, int token, out double score, out string reason)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(token), turnStart = stream.TurnStart(token);
        score = 0.9;
        reason = "clock";
        var text = stream.Text(token);
        if (text is "noon" or "midnight" or "midday" or "Noon" or "Midnight")
        {
            score = 0.75;
            return token + 1;
        }
        if (text is "half" or "Half" or "quarter" or "Quarter" || stream[token].Is(WordClass.Teen | WordClass.Digit | WordClass.Tens | WordClass.AllDigits))
        {
            int past = PastHour(stream, token, limit);
            if (past > 0)
            {
                return DayPart(stream, past, limit);
            }
        }
        if (stream[token].Is(WordClass.TimeUnit | WordClass.DayPart) || text is "half" or "Half")
        {
            return -1;
        }
        if (stream[token].Is(WordClass.AllDigits) && stream[token].End - stream[token].Start == 4 && token + 1 < limit && stream.Text(token + 1) is "hours" or "hrs"
            && stream[token].Value is >= 100 and < 2400 && stream[token].Value % 100 < 60)
        {
            return token + 2;
        }
        if (stream[token].Is(WordClass.HasDigit))
        {
            int written = Written(stream, token, limit, out bool certain);
            if (written > 0 && certain)
            {
                return DayPart(stream, written, limit);
            }
        }
        int end = HourMinute(stream, token, limit, out bool minutes);
        if (end < 0 || token > turnStart && stream[token - 1].Is(WordClass.AnyNumberWord | WordClass.HasDigit) && !stream[token - 1].Is(WordClass.Ordinal)
            && !(stream[token - 1].Is(WordClass.AnyNumberWord) && context.IsClaimed(token - 1)))
        {
            return -1;
        }
        int half = HalfOfDay(stream, end, limit);
        if (half > 0)
        {
            return half;
        }
        if (end < limit && stream.Text(end) is "o'clock" or "oclock" or "o’clock")
        {
            return DayPart(stream, end + 1, limit);
        }
        if (end + 1 < limit && stream.Text(end) is "o" or "O" && stream.Text(end + 1) is "clock")
        {
            return DayPart(stream, end + 2, limit);
        }
        if (token > turnStart && stream[token - 1].Is(WordClass.DayPart) && !(end < limit && stream[end].Is(WordClass.TimeUnit | WordClass.Currency)))
        {
            return end;
        }
        int part = DayPart(stream, end, limit);
        if (part > end)
        {
            return part;
        }
        bool ends = end >= limit || stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma)
            || stream[end].Is(WordClass.Function | WordClass.Filler | WordClass.Backchannel | WordClass.Weekday) && stream.Text(end) is not "of";
        var before = token > turnStart ? stream.Text(token - 1) : default;
        // 'nine sharp', '2235 hours', '0600 hours'
        if (end < limit && stream.Text(end) is "sharp")
        {
            return end + 1;
        }
        bool range = IsRangeOfTimes(context, token, end, turnStart, limit);
        if (range)
        {
            score = 0.7;
            reason = "range";
            return end;
        }
        bool at = before is "at" or "At" or "by" or "until" or "till" or "around" or "before" or "after";
        bool asked = AskedForTime(context, token);
        if (ends && (asked && (minutes || at || end - token <= 2) || at && (minutes || before is "at" or "At" or "until" or "till")))
        {
            score = asked ? 0.85 : minutes ? 0.75 : 0.55;
            reason = asked ? "what time" : "at";
            return end;
        }
        return -1;
    }

    // 'from half past six until ten', 'between eight and noon': one end is a time for certain, so the other is.
    private static bool IsRangeOfTimes(DetectionContext context, int token, int end, int turnStart, int limit)
    {
        var stream = context.Stream;
        bool after = token - 1 > turnStart && stream.Text(token - 1) is "to" or "until" or "till" or "and" or "through" && context.IsClaimed(token - 2) && IsTimeAt(context, token - 2);
        if (after)
        {
            return !(end < limit && stream[end].Is(WordClass.Currency | WordClass.TimeUnit | WordClass.Month | WordClass.Scale));
        }
        bool opens = token > turnStart && stream.Text(token - 1) is "between" or "from" or "Between" or "From";
        bool links = opens && end + 1 < limit && stream.Text(end) is "and" or "to" or "until" or "till";
        return links && (stream.Text(end + 1) is "noon" or "midnight" or "midday" || EndsAsTime(stream, end + 1, limit));
    }

    private static bool IsTimeAt(DetectionContext context, int token)
    {
        for (int index = context.Candidates.Count - 1; index >= 0 && index >= context.Candidates.Count - 4; index--)
        {
            var candidate = context.Candidates[index];
            if (candidate.Policy == PiiPolicies.Time && candidate.TokenStart <= token && token < candidate.TokenEnd)
            {
                return true;
            }
        }
        return false;
    }

    // 'ten tomorrow morning', 'ten a m', 'ten o'clock' behind the link of a range.
    private static bool EndsAsTime(TokenStream stream, int token, int limit)
    {
        int end = HourMinute(stream, token, limit, out bool minutes);
        return end > 0 && (minutes || HalfOfDay(stream, end, limit) > 0 || end < limit && stream.Text(end) is "o'clock" or "tomorrow" or "tonight" or "today"
            || DayPart(stream, end, limit) > end);
    }

    private static bool AskedForTime(DetectionContext context, int token) => CueLookup.Nearest(context, token, ValueShape.Money) is { } cue && cue.Policy == PiiPolicies.Time;

    // 'half past six', 'quarter to nine', 'ten past four', '20 to 5'
    private static int PastHour(TokenStream stream, int token, int limit)
    {
        int at = token + 1;
        if (stream[token].Is(WordClass.Tens) && at < limit && stream[at].Is(WordClass.Digit))
        {
            at++;
        }
        if (at < limit && stream.Text(at) is "minutes")
        {
            at++;
        }
        if (at + 1 >= limit || stream.Text(at) is not ("past" or "to" or "after" or "till" or "before"))
        {
            return -1;
        }
        bool named = stream.Text(token) is "half" or "Half" or "quarter" or "Quarter";
        bool past = stream.Text(at) is "past";
        var hour = stream[at + 1];
        bool isHour = (hour.Is(WordClass.Digit | WordClass.Teen) || hour.Is(WordClass.AllDigits)) && hour.Value is >= 1 and <= 12;
        // 'about twenty to five', 'ten to four'
        bool about = token > stream.TurnStart(token) && stream.Text(token - 1) is "about" or "at" or "around" or "it's" && (at + 2 >= limit || stream[at + 1].Is(WordClass.SentenceEnd | WordClass.Comma) || stream[at + 2].Is(WordClass.Function | WordClass.Backchannel))
            && stream[token].Value is 5 or 10 or 20 or 25;
        return isHour && (named || past || about) ? at + 2 : -1;
    }

    // 11:30, 8pm, 8:30am, 18h30
    private static int Written(TokenStream stream, int token, int limit, out bool certain)
    {
        var text = stream.Text(token);
        certain = false;
        int colon = text.IndexOf(':');
        int letters = text.IndexOfAnyInRange('a', 'z');
        letters = letters < 0 ? text.IndexOfAnyInRange('A', 'Z') : letters;
        var suffix = letters < 0 ? default : text[letters..];
        var clock = letters < 0 ? text : text[..letters];
        bool half = suffix.Equals("am", StringComparison.OrdinalIgnoreCase) || suffix.Equals("pm", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("a.m", StringComparison.OrdinalIgnoreCase) || suffix.Equals("p.m", StringComparison.OrdinalIgnoreCase);
        if (!suffix.IsEmpty && !half)
        {
            return -1;
        }
        if (colon < 0)
        {
            // 'at 4.40', as the British write it
            int dot = clock.IndexOf('.');
            bool dotted = dot is 1 or 2 && clock.Length == dot + 3 && suffix.IsEmpty && token > stream.TurnStart(token) && stream.Text(token - 1) is "at" or "until" or "till"
                && !stream[token].Is(WordClass.CurrencySign) && (token + 1 >= limit || stream[token].Is(WordClass.SentenceEnd | WordClass.Comma) || stream[token + 1].Is(WordClass.Function));
            if (dotted && int.TryParse(clock[..dot], out int british) && british <= 24 && int.TryParse(clock[(dot + 1)..], out int past) && past <= 59)
            {
                certain = true;
                return token + 1;
            }
            certain = half && clock.Length is 1 or 2 && int.TryParse(clock, out int plain) && plain is >= 1 and <= 12;
            return certain ? token + 1 : -1;
        }
        bool valid = int.TryParse(clock[..colon], out int hour) && hour is >= 0 and <= 24 && clock.Length >= colon + 3
            && int.TryParse(clock.Slice(colon + 1, 2), out int minute) && minute is >= 0 and <= 59;
        certain = valid;
        if (!valid)
        {
            return -1;
        }
        int after = HalfOfDay(stream, token + 1, limit);
        return after > 0 ? after : token + 1;
    }

    private static int HourMinute(TokenStream stream, int token, int limit, out bool minutes)
    {
        minutes = false;
        ref readonly var first = ref stream[token];
        if (first.Is(WordClass.HasSymbol | WordClass.CurrencySign | WordClass.Ordinal))
        {
            return -1;
        }
        bool hour = (first.Is(WordClass.Digit | WordClass.Teen) || first.Is(WordClass.AllDigits)) && first.Value is >= 1 and <= 12
            || first.Is(WordClass.Teen) && first.Value <= 19;
        if (!hour)
        {
            return -1;
        }
        int at = token + 1;
        if (at >= limit || first.Is(WordClass.AllDigits))
        {
            return at;
        }
        if (stream[at].Is(WordClass.Digit) && stream[at].Value == 0 && at + 1 < limit && stream[at + 1].Is(WordClass.Digit))
        {
            minutes = true;
            return Complete(stream, at + 2, limit);
        }
        if (stream[at].Is(WordClass.Teen))
        {
            minutes = true;
            return Complete(stream, at + 1, limit);
        }
        if (stream[at].Is(WordClass.Tens) && stream[at].Value <= 50)
        {
            minutes = true;
            at++;
            at += at < limit && stream[at].Is(WordClass.Digit) && stream[at].Value > 0 && !stream[at].Is(WordClass.Letter) ? 1 : 0;
            return Complete(stream, at, limit);
        }
        return stream[at].Is(WordClass.AnyNumberWord) && !stream[at].Is(WordClass.Letter) ? -1 : at;
    }

    // More numbers after it make it a code.
    private static int Complete(TokenStream stream, int end, int limit) =>
        end < limit && stream[end].Is(WordClass.AnyNumberWord | WordClass.Multiplier) && !stream[end].Is(WordClass.Letter) ? -1 : end;

    private static int HalfOfDay(TokenStream stream, int token, int limit)
    {
        if (token >= limit)
        {
            return -1;
        }
        var text = stream.Text(token);
        if (text.Equals("am", StringComparison.OrdinalIgnoreCase) && !(stream[token].Is(WordClass.Function) && text is "am" && token + 1 < limit && stream.Text(token + 1) is "i")
            || text.Equals("pm", StringComparison.OrdinalIgnoreCase) || text.Equals("p.m", StringComparison.OrdinalIgnoreCase) || text.Equals("a.m", StringComparison.OrdinalIgnoreCase))
        {
            return token + 1;
        }
        bool spelled = text is "a" or "p" or "A" or "P" && token + 1 < limit && stream.Text(token + 1) is "m" or "M";
        return spelled ? token + 2 : -1;
    }

    // 'in the morning', 'at night', 'tonight'
    private static int DayPart(TokenStream stream, int token, int limit)
    {
        int at = token;
        if (at + 1 < limit && stream.Text(at) is "in" && stream.Text(at + 1) is "the")
        {
            at += 2;
        }
        else if (at < limit && stream.Text(at) is "at")
        {
            at++;
        }
        else
        {
            return token;
        }
        return at < limit && stream[at].Is(WordClass.DayPart) ? at + 1 : token;
    }
}
