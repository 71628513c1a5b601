using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>Codes of banks (BIC, SWIFT) as written: six letters, of which the last two name a country, and two or five letters or digits.</summary>
internal sealed class BankCodeRecognizer : IRecognizer
{
    private const int ShortLength = 8, LongLength = 11, Letters = 6;

    public string Name => "bank_code";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (current.End - current.Start is not (ShortLength or LongLength) || !current.Is(WordClass.AllCaps) || context.IsClaimed(token) || !HasShape(stream.Text(token)))
            {
                continue;
            }
            if (CueLookup.Nearest(context, token, ValueShape.Digits, ValueShape.Code) is { } cue && cue.Policy == PiiPolicies.BankingInformation)
            {
                context.Claim(token, token + 1);
                context.Add(token, token + 1, PiiPolicies.BankingInformation, 0.9, Name, cue.Text);
            }
        }
    }

    private static bool HasShape(ReadOnlySpan<char> text)
    {
        foreach (char unit in text[..Letters])
        {
            if (!char.IsAsciiLetterUpper(unit))
            {
                return false;
            }
        }
        foreach (char unit in text[Letters..])
        {
            if (!char.IsAsciiLetterUpper(unit) && !char.IsAsciiDigit(unit))
            {
                return false;
            }
        }
        return true;
    }
}
