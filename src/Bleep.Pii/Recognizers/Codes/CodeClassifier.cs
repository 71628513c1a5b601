using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>Decides what a chain of digits and letters is.</summary>
internal static class CodeClassifier
{
    // Scores by the form alone.
    private const double Digits = 0.8, LettersAndDigits = 0.75, CardLength = 0.7;

    public static void Classify(DetectionContext context, CodeChain chain, Cue? cue, ref Verdicts verdicts)
    {
        if (chain.Chars.Length == 0)
        {
            return;
        }
        if (CountsDigits(context, chain) || cue is null && IsDecimal(context, chain))
        {
            return;
        }
        if (chain.Digits == 0)
        {
            Spelled(chain, cue, ref verdicts);
            return;
        }
        if (IsSpokenIpAddress(context, chain))
        {
            verdicts.Add(PiiPolicies.IpAddress, 0.95, "dots", evidence: new Evidence(Check: "four parts", Form: 0.45));
            return;
        }
        Checked(chain, ref verdicts);
        if (chain.Letters == 0 && HasExtension(context, chain))
        {
            verdicts.Add(PiiPolicies.PhoneNumber, 0.9, "extension", evidence: new Evidence(Check: "extension", Form: 0.9 - Digits));
        }
        if (cue is not null)
        {
            Announced(chain, cue, ref verdicts);
        }
        if (chain.Letters > 0)
        {
            Mixed(chain, ref verdicts);
        }
        else
        {
            Plain(context, chain, cue, ref verdicts);
        }
    }

    // 'five five five oh one nine nine extension two two'
    private static bool HasExtension(DetectionContext context, CodeChain chain)
    {
        for (int index = 1; index < chain.Runs.Count; index++)
        {
            if (context.Stream.Text(context.Runs.Runs[chain.Runs[index]].TokenStart - 1) is "extension" or "ext" or "Ext" or "x" && chain.Digits >= 7)
            {
                return true;
            }
        }
        return false;
    }

    // 'the three digits on the back', 'the last four of them'
    private static bool CountsDigits(DetectionContext context, CodeChain chain)
    {
        if (chain.Atoms != 1 || chain.Runs.Count != 1)
        {
            return false;
        }
        var run = context.Runs.Runs[chain.Runs[0]];
        bool counted = run.TokenEnd < context.Stream.Count && context.Stream.Text(run.TokenEnd) is "digits" or "digit" or "numbers" or "letters" or "characters" or "times" or "more" or "people" or "items";
        bool last = chain.Digits == 1 && run.TokenStart > 0 && context.Stream.Text(run.TokenStart - 1) is "last" or "first" or "the" or "that" or "this" or "another" or "new" or "old" or "next" or "other";
        return counted || last;
    }

    // 'version four point two'
    private static bool IsDecimal(DetectionContext context, CodeChain chain)
    {
        var run = context.Runs.Runs[chain.Runs[0]];
        for (int token = run.TokenStart; token < run.TokenEnd; token++)
        {
            if (context.Stream.Text(token) is "point")
            {
                return chain.Digits < 8;
            }
        }
        return false;
    }

    private static void Checked(CodeChain chain, ref Verdicts verdicts)
    {
        var chars = chain.Chars;
        if (chain.Letters > 0)
        {
            if (Checks.Iban(chars))
            {
                verdicts.Add(PiiPolicies.BankingInformation, 0.99, "iban", "BANK_ACCOUNT_NUMBER", new Evidence(Check: "iban", Form: 0.99 - LettersAndDigits));
            }
            else if (Checks.Vin(chars))
            {
                verdicts.Add(PiiPolicies.VehicleId, 0.99, "vin", evidence: new Evidence(Check: "vin", Form: 0.99 - LettersAndDigits));
            }
            return;
        }
        if (chars.Length >= 13 && Checks.Card(chars.Length > 19 ? chars[..16] : chars) || chars.Length > 16 && (Checks.Card(chars[..16]) || Checks.Card(chars[..15])))
        {
            verdicts.Add(PiiPolicies.CreditCardNumber, 0.99, "luhn", evidence: new Evidence(Check: "luhn", Form: 0.99 - CardLength));
        }
    }

    private static void Announced(CodeChain chain, Cue cue, ref Verdicts verdicts)
    {
        int length = chain.Chars.Length;
        double score = length >= 3 ? 0.95 : length == 2 ? 0.75 : 0.42;
        var policy = cue.Policy;
        if (chain.OnlyScaled)
        {
            score -= cue.Shape == ValueShape.Place ? 0.1 : 0.5;
        }
        if (policy == PiiPolicies.CreditCardCvv && length is not (3 or 4) || policy == PiiPolicies.CreditCardExpiration && length > 6)
        {
            // One breath: 'the card is 4111 … expiring oh four twenty seven, code one two three'.
            score = 0.7;
            policy = length >= 12 ? PiiPolicies.CreditCardNumber : policy;
        }
        if (policy == PiiPolicies.DateOfBirth && length is < 3 or > 8)
        {
            return;
        }
        if (policy == PiiPolicies.Location)
        {
            score = length is 5 or 9 && chain.Letters == 0 ? 0.95 : length <= 7 ? 0.8 : 0.3;
        }
        if (policy == PiiPolicies.NumberSequence)
        {
            score = Math.Min(score, length >= 4 ? 0.85 : 0.6);
        }
        if (policy == PiiPolicies.Location && cue.Text.Contains("zip", StringComparison.Ordinal) | cue.Text.Contains("post", StringComparison.Ordinal))
        {
            verdicts.Add(PiiPolicies.LocationZip, score, cue.Text);
        }
        string? amazon = policy != PiiPolicies.BankingInformation ? policy == PiiPolicies.Password && cue.Text.Contains('p') && cue.Text.Contains("in", StringComparison.Ordinal) ? "PIN" : null
            : cue.Text.Contains("routing", StringComparison.Ordinal) || cue.Text.Contains("aba", StringComparison.Ordinal) ? "BANK_ROUTING" : "BANK_ACCOUNT_NUMBER";
        double alone = length >= 4 ? 0.72 : length == 3 ? 0.5 : 0.3;
        verdicts.Add(policy, score, cue.Text, amazon, new Evidence(Cue: score - alone));
    }

    private static void Mixed(CodeChain chain, ref Verdicts verdicts)
    {
        int length = chain.Chars.Length;
        if (length < 4 || chain.Digits < 2 && length < 6)
        {
            return;
        }
        verdicts.Add(PiiPolicies.NumberSequence, length >= 5 ? LettersAndDigits : 0.55, "letters and digits");
        verdicts.Add(PiiPolicies.AccountNumber, 0.45, "letters and digits");
    }

    private static void Plain(DetectionContext context, CodeChain chain, Cue? cue, ref Verdicts verdicts)
    {
        var digits = chain.Chars;
        int count = digits.Length;
        if (chain.OnlyScaled || IsQuantity(context, chain))
        {
            return;
        }
        var first = context.Runs.Runs[chain.Runs[0]];
        if (count is >= 8 and <= 15 && HasPlus(context.Stream, first.TokenStart))
        {
            verdicts.Add(PiiPolicies.PhoneNumber, 0.97, "plus", evidence: new Evidence(Check: "plus", Form: 0.97 - Digits));
        }
        switch (count)
        {
            case 10 or 11 when Checks.Nanp(digits):
                verdicts.Add(PiiPolicies.PhoneNumber, 0.88, "nanp", evidence: new Evidence(Check: "nanp", Form: 0.88 - Digits));
                break;
            case 10 or 11 when digits[0] == '0':
                verdicts.Add(PiiPolicies.PhoneNumber, 0.82, "trunk zero", evidence: new Evidence(Check: "trunk zero", Form: 0.82 - Digits));
                break;
            case 9:
                Nine(context, chain, first, ref verdicts);
                break;
            case 7 when chain.DigitAtoms >= 4 || first.HasWritten && HasDash(context, first):
                verdicts.Add(PiiPolicies.PhoneNumber, 0.65, "seven digits");
                break;
            case >= 13 and <= 16 when digits[0] is >= '3' and <= '6':
                verdicts.Add(PiiPolicies.CreditCardNumber, CardLength, "length");
                break;
        }
        double leftover = count switch
        {
            >= 5 => Digits,
            4 => first.HasWritten && chain.Atoms == 1 ? 0.55 : 0.72,
            3 => first.HasWritten && chain.Atoms == 1 ? 0.35 : chain.DigitAtoms >= 3 ? 0.72 : 0.5,
            2 => chain.DigitAtoms >= 2 && IsAlone(context, chain) ? 0.5 : 0.3,
            _ => 0,
        };
        if (leftover > 0 && !(chain.Atoms == 1 && !first.HasWritten))
        {
            verdicts.Add(PiiPolicies.NumberSequence, cue is null ? leftover : Math.Min(leftover, 0.6), "digits");
        }
    }

    private static void Nine(DetectionContext context, CodeChain chain, in CodeRun first, ref Verdicts verdicts)
    {
        bool dashed = first.HasWritten && chain.Atoms == 1 && context.Stream.Text(first.TokenStart) is { Length: 11 } text && text[3] == '-' && text[6] == '-';
        if (Checks.SocialSecurity(chain.Chars))
        {
            double score = dashed ? 0.97 : 0.82;
            verdicts.Add(PiiPolicies.UsSocialSecurityNumber, score, dashed ? "dashes" : "nine digits", evidence: new Evidence(Check: "areas", Form: score - Digits));
        }
        if (Checks.Routing(chain.Chars))
        {
            verdicts.Add(PiiPolicies.BankingInformation, 0.5, "routing checksum", "BANK_ROUTING", new Evidence(Check: "routing", Form: 0.3));
        }
    }

    private static bool IsQuantity(DetectionContext context, CodeChain chain) =>
        chain.Runs.Count == 1 && context.Runs.Runs[chain.Runs[0]] is { IsQuantity: true, DigitAtoms: < 3 };

    private static bool HasPlus(TokenStream stream, int token)
    {
        ref readonly var first = ref stream[token];
        return first.Start > 0 && stream.Texts[first.Turn][first.Start - 1] == '+'
            || token > stream.TurnStart(token) && stream.Text(token - 1) is "plus";
    }

    private static bool HasDash(DetectionContext context, in CodeRun run) => context.Stream.Text(run.TokenStart).Contains('-');

    private static bool IsAlone(DetectionContext context, CodeChain chain)
    {
        var first = context.Runs.Runs[chain.Runs[0]];
        int turn = context.Stream[first.TokenStart].Turn;
        return context.Stream.TurnStarts[turn + 1] - context.Stream.TurnStarts[turn] <= first.TokenEnd - first.TokenStart + 1;
    }

    // 'one ninety two dot one sixty eight dot one dot ten'
    private static bool IsSpokenIpAddress(DetectionContext context, CodeChain chain)
    {
        if (chain.Runs.Count != 1 || chain.Letters > 0)
        {
            return false;
        }
        var run = context.Runs.Runs[chain.Runs[0]];
        int dots = 0;
        for (int token = run.TokenStart; token < run.TokenEnd; token++)
        {
            dots += context.Stream.Text(token) is "dot" or "point" ? 1 : 0;
        }
        return dots == 3;
    }

    // Letters alone: a name that is spelled, or what the cue says.
    private static void Spelled(CodeChain chain, Cue? cue, ref Verdicts verdicts)
    {
        if (cue is not null && cue.Shape == ValueShape.Code && chain.Letters >= 2)
        {
            verdicts.Add(cue.Policy, chain.Letters >= 4 ? 0.85 : 0.6, cue.Text);
        }
    }
}
