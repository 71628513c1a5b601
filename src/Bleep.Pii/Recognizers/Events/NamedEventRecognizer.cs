using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Events;

/// <summary>Events by their head word with a name before it: 'the Halloran Medal', 'the Golden Pencil Awards', 'kowalski cup'.</summary>
internal sealed class NamedEventRecognizer : IRecognizer
{
    private const int MaxNameWords = 4;

    public string Name => "event";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int head = 0; head < stream.Count; head++)
        {
            if (stream.Text(head) is "fair" or "Fair" && OfPlace(context, head))
            {
                continue;
            }
            if (!stream.Has(head, WordSet.EventHead) || context.IsClaimed(head) || context.IsCased && !stream[head].Is(WordClass.Capitalized))
            {
                continue;
            }
            int turnStart = stream.TurnStart(head);
            int start = head;
            while (start > turnStart && head - start < MaxNameWords && IsPart(context, start - 1))
            {
                start--;
            }
            if (start < head)
            {
                context.Claim(start, head + 1);
                context.Add(start, head + 1, PiiPolicies.Event, context.IsCased ? 0.8 : 0.6, Name, "head word");
            }
        }
    }

    // 'state fair of texas', 'the county fair of door'
    private bool OfPlace(DetectionContext context, int head)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(head);
        bool isKind = head > stream.TurnStart(head) && stream.Text(head - 1) is "state" or "county" or "world's" or "State" or "County" or "World's";
        if (!isKind || head + 2 >= limit || stream.Text(head + 1) is not "of" || stream[head + 2].Is(WordClass.Function))
        {
            return false;
        }
        context.Add(head - 1, head + 3, PiiPolicies.Event, 0.75, Name, "fair of a place");
        return true;
    }

    private static bool IsPart(DetectionContext context, int token)
    {
        ref readonly var current = ref context.Stream[token];
        return !current.Is(WordClass.SentenceEnd | WordClass.Comma) && !context.IsClaimed(token)
            && (context.IsCased ? TokenTests.HasTellingCapital(context, token) : current.Is(WordClass.Unknown) && !current.Is(WordClass.HasDigit));
    }
}
