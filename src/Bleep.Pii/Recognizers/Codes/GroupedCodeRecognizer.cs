using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>
/// Written codes whose groups of letters stand apart, so that no run of digits holds them: bank accounts by their checksum
/// ('GB29 NWBK 6016 1331 9268 19', ISO 13616) and British plates by their form ('FL19 KTR').
/// </summary>
internal sealed class GroupedCodeRecognizer : IRecognizer
{
    private const int MinLength = 15, MaxLength = 34, GroupLength = 4;

    public string Name => "code";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            if (!stream[token].Is(WordClass.HasDigit) || context.IsClaimed(token) || !Begins(stream.Text(token)))
            {
                continue;
            }
            int end = EndOfAccount(stream, token);
            if (end > token)
            {
                Add(context, token, end, PiiPolicies.BankingInformation, 0.99, "iban", "BANK_ACCOUNT_NUMBER");
                token = end - 1;
            }
            else if (IsPlate(stream, token))
            {
                Add(context, token, token + 2, PiiPolicies.VehicleId, 0.8, "plate", null);
                token++;
            }
        }
    }

    private void Add(DetectionContext context, int start, int end, PiiPolicy policy, double score, string check, string? amazonType)
    {
        const double Form = 0.4;
        context.Claim(start, end);
        context.Add(start, end, policy, score, Name, check, amazonType: amazonType, evidence: new Evidence(Check: check, Form: Form));
    }

    // Two letters of a country, two check digits, and perhaps more.
    private static bool Begins(ReadOnlySpan<char> text) => text.Length >= GroupLength && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1])
        && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    // The token after the longest stretch whose checksum is right; -1 for none.
    private static int EndOfAccount(TokenStream stream, int start)
    {
        Span<char> account = stackalloc char[MaxLength];
        int length = 0, end = -1, limit = stream.TurnEnd(start);
        for (int token = start; token < limit; token++)
        {
            var text = stream.Text(token);
            if (length + text.Length > MaxLength || token > start && text.Length > GroupLength || !IsGroup(text))
            {
                break;
            }
            text.CopyTo(account[length..]);
            length += text.Length;
            end = length >= MinLength && Checks.Iban(account[..length]) ? token + 1 : end;
            if (stream[token].Is(WordClass.SentenceEnd | WordClass.Comma))
            {
                break;
            }
        }
        return end;
    }

    private static bool IsGroup(ReadOnlySpan<char> text)
    {
        foreach (char unit in text)
        {
            if (!char.IsAsciiDigit(unit) && !char.IsAsciiLetterUpper(unit))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsPlate(TokenStream stream, int token)
    {
        if (stream.Text(token).Length != GroupLength || token + 1 >= stream.TurnEnd(token) || stream[token].Is(WordClass.SentenceEnd | WordClass.Comma))
        {
            return false;
        }
        var letters = stream.Text(token + 1);
        return letters.Length == 3 && stream[token + 1].Is(WordClass.AllCaps) && !stream[token + 1].Is(WordClass.HasDigit) && !stream[token + 1].Is(WordClass.Function) && IsGroup(letters);
    }
}
