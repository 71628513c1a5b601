using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>Finds what announces a code: words before it in its turn, an open question, or words right after it.</summary>
internal static class CodeCues
{
    private const int Reach = 12;
    private const int FarReach = 18;
    private const int AfterReach = 6;

    public static Cue? For(DetectionContext context, CodeChain chain)
    {
        foreach (int index in chain.Runs)
        {
            var run = context.Runs.Runs[index];
            var cue = Before(context, run.TokenStart) ?? After(context, run.TokenEnd);
            if (cue is not null)
            {
                return cue;
            }
        }
        var first = context.Runs.Runs[chain.Runs[0]];
        return Expected(context, first.TokenStart);
    }

    private static bool Fits(Cue cue) => cue.Shape is ValueShape.Digits or ValueShape.Code
        || cue.Policy == PiiPolicies.CreditCardExpiration || cue.Policy == PiiPolicies.DateOfBirth
        || cue.Shape == ValueShape.Place && IsNumbered(cue.Text);

    // Of the parts of an address only these are said as numbers by themselves.
    private static bool IsNumbered(string cue) =>
        cue.Contains("address", StringComparison.Ordinal) || cue.Contains("zip", StringComparison.Ordinal) || cue.Contains("post", StringComparison.Ordinal)
        || cue.Contains("street", StringComparison.Ordinal) || cue.EndsWith("number", StringComparison.Ordinal);

    private static Cue? Before(DetectionContext context, int token)
    {
        Cue? found = null;
        int distance = int.MaxValue;
        foreach (ref readonly var hit in context.Cues.HitsBefore(context.Stream[token].Turn, token))
        {
            if (hit.End > token)
            {
                break;
            }
            int gap = token - hit.ValueStart;
            bool place = hit.Cue.Shape == ValueShape.Place;
            bool near = gap <= (place ? 2 : hit.HasCopula ? FarReach : Reach);
            // A general word ('number', 'account') does not replace the exact one right before it ('phone number … account').
            bool general = hit.Cue.Policy == PiiPolicies.NumberSequence && found is not null && found.Policy != PiiPolicies.NumberSequence && token - distance - hit.End < Reach;
            // 'routing is …, account is …': a bank account, whatever else an account may be.
            bool bank = hit.Cue.Policy == PiiPolicies.AccountNumber && hit.Cue.Text == "account" && found?.Policy == PiiPolicies.BankingInformation;
            if (near && Fits(hit.Cue) && !general && !bank)
            {
                found = hit.Cue;
                distance = gap;
            }
        }
        return found;
    }

    // '… is my card number', '… that's the zip code'
    private static Cue? After(DetectionContext context, int end)
    {
        var stream = context.Stream;
        if (end >= stream.Count || end == stream.TurnEnd(end - 1))
        {
            return null;
        }
        bool copula = stream.Text(end) is "is" or "that's" or "was" or "are";
        if (!copula)
        {
            return null;
        }
        foreach (ref readonly var hit in context.Cues.HitsAfter(stream[end].Turn, end))
        {
            if (hit.Start > end && hit.Start - end <= AfterReach && Fits(hit.Cue) && !hit.IsLeadIn)
            {
                return hit.Cue;
            }
        }
        return null;
    }

    private static Cue? Expected(DetectionContext context, int token)
    {
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(context.Stream[token].Turn))
        {
            if (Fits(expectation.Cue))
            {
                return expectation.Cue;
            }
        }
        return null;
    }
}
