using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Health;

/// <summary>
/// What is said of a part of the body: 'bruised left knee', 'a cut above the eye', 'ct of the chest', 'her hair is gray'. Lists cannot hold all
/// of these.
/// </summary>
internal sealed class BodyRecognizer : IRecognizer
{
    private const int Reach = 5;

    public string Name => "body";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            if (stream.Has(token, WordSet.BodyPart) && !context.IsClaimed(token))
            {
                Harm(context, token);
            }
            if (stream.Text(token) is "hair" or "eyes" or "Hair" or "Eyes")
            {
                Color(context, token);
            }
        }
    }

    private void Harm(DetectionContext context, int part)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(part);
        int end = part + 1;
        bool linked = false;
        for (int token = part - 1; token >= turnStart && part - token <= Reach; token--)
        {
            ref readonly var current = ref stream[token];
            // 'get cut off i'll call you back': somebody acts in between, so the two do not belong together.
            if (current.Is(WordClass.SentenceEnd | WordClass.Comma) || stream.Text(token) is "call" or "you" or "i'll" or "we'll" or "i" or "we" or "they" or "he" or "she")
            {
                return;
            }
            if (!linked && stream.Has(token, WordSet.HarmedPart) && !(token > turnStart && stream.Text(token - 1) is "to" or "i" or "you"))
            {
                Add(context, token, end, PiiPolicies.Injury, "harmed part");
                return;
            }
            if (linked && stream.Has(token, WordSet.Harm))
            {
                Add(context, token, end, PiiPolicies.Injury, "harm to a part");
                return;
            }
            if (linked && stream.Has(token, WordSet.BodyMark))
            {
                int article = token > turnStart && stream.Text(token - 1) is "a" or "an" ? token - 1 : token;
                Add(context, article, end, PiiPolicies.PhysicalAttribute, "mark on a part");
                return;
            }
            if (linked && (stream.Has(token, WordSet.Examination) || stream.Text(token) is "t" or "i" && token > turnStart))
            {
                int start = Examination(stream, token, turnStart);
                if (start >= 0)
                {
                    Add(context, start, WithContrast(stream, end), PiiPolicies.MedicalProcess, "examination of a part");
                }
                return;
            }
            linked |= stream.Text(token) is "of" or "on" or "above" or "below" or "to" or "in" or "across" or "under" or "over" or "near" or "behind" or "between";
            if (!current.Is(WordClass.Function) && stream.Text(token) is not ("left" or "right" or "upper" or "lower" or "above" or "below" or "across" or "near" or "behind" or "between" or "front"))
            {
                return;
            }
        }
    }

    // 'scan of', 'c t of', 'm r i of'
    private static int Examination(TokenStream stream, int token, int turnStart)
    {
        bool letters = stream.Text(token) is "t" && token > turnStart && stream.Text(token - 1) is "c"
            || stream.Text(token) is "i" && token - 1 > turnStart && stream.Text(token - 1) is "r" && stream.Text(token - 2) is "m";
        if (letters)
        {
            return stream.Text(token) is "t" ? token - 1 : token - 2;
        }
        return stream.Has(token, WordSet.Examination) ? token : -1;
    }

    private static int WithContrast(TokenStream stream, int end) =>
        end + 1 < stream.TurnEnd(end - 1) && stream.Text(end) is "with" or "without" && stream.Text(end + 1) is "contrast" ? end + 2 : end;

    // 'eyes are brown', 'the hair is gray now'
    private void Color(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(token);
        if (token + 2 < limit && stream.Text(token + 1) is "is" or "are" or "was" or "were" && stream.Has(token + 2, WordSet.BodyColor))
        {
            Add(context, token, token + 3, PiiPolicies.PhysicalAttribute, "colour");
        }
    }

    private void Add(DetectionContext context, int start, int end, PiiPolicy policy, string reason)
    {
        context.Claim(start, end);
        context.Add(start, end, policy, 0.78, Name, reason);
    }
}
