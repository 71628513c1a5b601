using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Calendar;

/// <summary>Weekdays, months and years by themselves: further policies, looked for only when asked for.</summary>
internal sealed class CalendarPartRecognizer : IRecognizer
{
    public string Name => "calendar";

    public void Find(DetectionContext context)
    {
        bool days = context.Policies.Contains(PiiPolicies.Day);
        bool months = context.Policies.Contains(PiiPolicies.Month);
        bool years = context.Policies.Contains(PiiPolicies.Year);
        if (!days && !months && !years)
        {
            return;
        }
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (days && current.Is(WordClass.Weekday))
            {
                context.Add(token, token + 1, PiiPolicies.Day, 0.95, Name, "weekday");
            }
            if (months && current.Is(WordClass.Month) && (!IsHomonym(stream.Text(token)) || IsDated(context, token)))
            {
                context.Add(token, token + 1, PiiPolicies.Month, 0.9, Name, "month");
            }
            int end = years ? new NumberReader(stream).Year(token, stream.TurnEnd(token), out _) : -1;
            if (end > 0)
            {
                context.Add(token, end, PiiPolicies.Year, 0.75, Name, "year");
            }
        }
    }

    private static bool IsHomonym(ReadOnlySpan<char> text) => text is "may" or "march" or "second" or "mar" or "sep" or "dec" or "jan" or "jun" or "august" or "april" or "june";

    // Next to a preposition of time or a number these are months.
    private static bool IsDated(DetectionContext context, int token)
    {
        var stream = context.Stream;
        bool before = token > stream.TurnStart(token) && (stream.Text(token - 1) is "in" or "of" or "since" or "until" or "last" or "next" || stream[token - 1].Is(WordClass.Ordinal | WordClass.HasDigit));
        bool after = token + 1 < stream.TurnEnd(token) && stream[token + 1].Is(WordClass.Ordinal | WordClass.HasDigit | WordClass.AnyNumberWord);
        return before || after || TokenTests.HasTellingCapital(context, token);
    }
}
