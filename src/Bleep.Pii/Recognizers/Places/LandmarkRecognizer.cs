using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Places;

/// <summary>Named places by their head word ('oracle park', 'downtown station', 'orange county') and airport codes.</summary>
internal sealed class LandmarkRecognizer : IRecognizer
{
    private const int MaxNameWords = 4;

    public string Name => "landmark";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (current.Is(WordClass.HasDigit | WordClass.Function) || context.IsClaimed(token))
            {
                continue;
            }
            if (current.Is(WordClass.AllCaps))
            {
                AirportCode(context, token);
            }
            else if (current.Is(WordClass.Common | WordClass.Place | WordClass.AnyName) && stream.Has(token, WordSet.LandmarkHead))
            {
                Headed(context, token);
            }
        }
    }

    private void Headed(DetectionContext context, int head)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(head);
        int start = head;
        bool telling = false;
        while (start > turnStart && head - start < MaxNameWords && !context.IsClaimed(start - 1))
        {
            ref readonly var current = ref stream[start - 1];
            if (current.Is(WordClass.SentenceEnd | WordClass.Comma) || context.IsCased && !stream[head].Is(WordClass.Capitalized))
            {
                break;
            }
            bool named = TokenTests.HasTellingCapital(context, start - 1) && !TokenTests.IsGrammar(current)
                || (!context.IsCased || current.Is(WordClass.Capitalized)) && (TokenTests.IsRare(current) || current.Is(WordClass.Place) && !current.Is(WordClass.Function | WordClass.Common));
            bool inner = start < head && stream.Text(start - 1) is "of" or "and" or "the" && start - 2 >= turnStart && TokenTests.IsRare(stream[start - 2]) && telling;
            bool descriptive = !context.IsCased && stream.Has(start - 1, WordSet.LandmarkAdjective);
            if (!named && !inner && !descriptive)
            {
                break;
            }
            telling |= named;
            start--;
        }
        // 'union station' and 'downtown station' are names where a place is due.
        bool due = head - start == 1 && stream.Text(start) is "union" or "downtown" or "central" or "city" or "main" or "state" && start > turnStart && stream[start - 1].Is(WordClass.PlacePreposition);
        if (!telling && !due)
        {
            return;
        }
        int end = PlaceTail.Extend(context, head + 1, stream.TurnEnd(head));
        context.Add(start, end, PiiPolicies.Location, 0.68, Name, "head word");
    }

    // 'SFO', 'LAX': three capitals where a place is due.
    private void AirportCode(DetectionContext context, int token)
    {
        var stream = context.Stream;
        ref readonly var current = ref stream[token];
        bool placed = token > stream.TurnStart(token) && stream[token - 1].Is(WordClass.PlacePreposition);
        if (current.End - current.Start == 3 && placed && !current.Is(WordClass.Common | WordClass.Function))
        {
            context.Add(token, token + 1, PiiPolicies.Location, 0.6, Name, "capitals");
        }
    }
}
