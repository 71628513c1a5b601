using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>Lengths of time whose unit was taken for a word that sounds the same: 'twenty four to twenty six ours'.</summary>
internal sealed class MisheardUnitRecognizer : IRecognizer
{
    private const int MaxWords = 8;

    public string Name => "misheard unit";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable || context.IsCased)
        {
            return;
        }
        var stream = context.Stream;
        for (int token = 1; token < stream.Count; token++)
        {
            if (stream.Text(token) is "ours" or "daze" or "weak" or "weaks" or "tears" && stream[token].Turn == stream[token - 1].Turn)
            {
                int start = FirstOfNumber(stream, token);
                if (start < token)
                {
                    context.Add(start, token + 1, PiiPolicies.Duration, 0.6, Name);
                }
            }
        }
    }

    private static int FirstOfNumber(TokenStream stream, int unit)
    {
        int first = unit;
        for (int token = unit - 1; token >= stream.TurnStart(unit) && unit - token <= MaxWords; token--)
        {
            if (stream[token].Is(WordClass.AnyNumberWord))
            {
                first = token;
            }
            else if (stream.Text(token) is not ("to" or "or" or "and" or "a" or "half") || first == unit)
            {
                break;
            }
        }
        return first;
    }
}
