using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>
/// Passwords that are read out sign by sign: 'lower case t upper case r nine nine dollar sign fox', 'capital b blue heron forty two
/// exclamation mark'. Words about case and signs of the keyboard are said of nothing else.
/// </summary>
internal sealed class SpelledSecretRecognizer : IRecognizer
{
    private const int MaxTokens = 30;
    private const int MaxWords = 3;

    public string Name => "spelled_secret";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            int sign = context.IsClaimed(token) ? -1 : SignEnd(stream, token);
            if (sign < 0)
            {
                continue;
            }
            int end = Extend(context, token, sign, out int signs);
            bool announced = CueLookup.Nearest(context, token, ValueShape.Code) is { } cue && cue.Policy == PiiPolicies.Password;
            if (end - token > sign - token && (signs >= 2 || announced))
            {
                int start = Start(context, token);
                context.Claim(start, end);
                context.Add(start, end, PiiPolicies.Password, announced ? 0.85 : 0.7, Name, "signs", evidence: new Evidence(Cue: announced ? 0.15 : 0));
            }
            token = end - 1;
        }
    }

    // The token after 'capital', 'upper case', 'dollar sign', 'exclamation point'; -1 for other words.
    internal static int SignEnd(TokenStream stream, int token)
    {
        if (stream.Has(token, WordSet.CaseWord))
        {
            return token + 1;
        }
        if (token + 1 >= stream.TurnEnd(token))
        {
            return -1;
        }
        return stream.Has(token, WordSet.SignFirst) && stream.Has(token + 1, WordSet.SignSecond) ? token + 2 : -1;
    }

    // Letters, numbers, further signs, and a few words between them.
    private static int Extend(DetectionContext context, int start, int from, out int signs)
    {
        var stream = context.Stream;
        int limit = Math.Min(stream.TurnEnd(start), start + MaxTokens);
        int end = from, words = 0;
        signs = 1;
        for (int token = from; token < limit && !stream[token - 1].Is(WordClass.SentenceEnd) && !context.IsClaimed(token);)
        {
            int sign = SignEnd(stream, token);
            ref readonly var current = ref stream[token];
            bool spelled = current.Is(WordClass.Letter | WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Nato | WordClass.Symbol | WordClass.Multiplier);
            bool plain = !spelled && !current.Is(WordClass.Function | WordClass.Connector | WordClass.Backchannel | WordClass.Filler);
            words = plain ? words + 1 : sign > 0 || spelled ? 0 : words;
            if (sign < 0 && !spelled && (!plain || words > MaxWords))
            {
                break;
            }
            signs += sign > 0 ? 1 : 0;
            token = sign > 0 ? sign : token + 1;
            end = token;
        }
        return end;
    }

    private static int Start(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(token), start = token;
        while (start > turnStart && token - start < MaxTokens && !context.IsClaimed(start - 1) && stream[start - 1].Is(WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Nato | WordClass.Letter)
            && stream.Text(start - 1) is not ("a" or "i"))
        {
            start--;
        }
        return start;
    }
}
