using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>
/// Stretches of words that the recogniser itself doubts. What it does not know are names above all, so it writes other words for
/// them with low confidence: 'and her love' for 'Anwar Love'. A stretch counts when it is long, or beside something that
/// announces a name or was found already.
/// </summary>
internal sealed class UnsureWordsRecognizer : IRecognizer
{
    private const float Doubt = 0.35f;
    private const float StrictDoubt = 0.5f;
    private const float SlightDoubt = 0.75f;
    private const int LongStretch = 3;
    private const int MaxStretch = 12;

    public string Name => "confidence";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable)
        {
            return;
        }
        var stream = context.Stream;
        float doubt = context.Sensitivity == Sensitivity.Strict ? StrictDoubt : Doubt;
        for (int turn = 0; turn < stream.TurnCount; turn++)
        {
            if (stream.Timings[turn] is null)
            {
                continue;
            }
            int limit = stream.TurnStarts[turn + 1];
            for (int token = stream.TurnStarts[turn]; token < limit; token++)
            {
                if (stream.Confidence(token) < doubt)
                {
                    int end = EndOfStretch(stream, token, limit, doubt, out int doubtful);
                    Judge(context, token, end, doubtful, limit);
                    token = end;
                }
            }
        }
    }

    // One word of less doubt may stand inside.
    private static int EndOfStretch(TokenStream stream, int start, int limit, float doubt, out int doubtful)
    {
        int end = start + 1;
        doubtful = 1;
        for (int token = start + 1; token < limit && token - start < MaxStretch && token - end <= 1; token++)
        {
            if (stream.Confidence(token) < doubt)
            {
                doubtful++;
                end = token + 1;
            }
            else if (stream.Confidence(token) > SlightDoubt)
            {
                break;
            }
        }
        return end;
    }

    private void Judge(DetectionContext context, int start, int end, int doubtful, int limit)
    {
        var stream = context.Stream;
        var cue = Announced(context, start);
        bool longStretch = doubtful >= LongStretch && ContentWords(stream, start, end) * 3 >= end - start;
        bool titled = start > stream.TurnStart(start) && (stream[start - 1].Is(WordClass.Honorific)
            || stream[start - 1].Is(WordClass.AnyName) && !stream[start - 1].Is(WordClass.Common | WordClass.Function));
        bool beforeName = end < limit && stream[end].Is(WordClass.AnyName) && !stream[end].Is(WordClass.Common | WordClass.Function);
        if (HeadAfter(stream, end, limit) is > 0 and var head && ContentWords(stream, start, end) > 0)
        {
            bool isStreet = stream[head - 1].Is(WordClass.StreetType);
            context.Add(start, head, isStreet ? PiiPolicies.Location : PiiPolicies.Organization, 0.52, Name, "low confidence");
        }
        if (!(longStretch || cue is not null || (titled || beforeName) && doubtful >= 1))
        {
            return;
        }
        if (cue is null && !longStretch && AnswerShape.IsAllGrammar(context, start, end))
        {
            return;
        }
        context.Add(start, end, cue?.Policy ?? PiiPolicies.PersonName, 0.52, Name, cue?.Text ?? "low confidence");
    }

    // 'firm would street', 'lord's hospital': the word that closes a street or an organisation, at most one word on; the token after it, or 0.
    private static int HeadAfter(TokenStream stream, int end, int limit)
    {
        for (int token = end; token < limit && token <= end + 1; token++)
        {
            if (stream[token].Is(WordClass.StreetType | WordClass.OrganizationHead) && stream.Confidence(token) >= Doubt && !stream[token].Is(WordClass.Marker)
                && !(token + 1 < limit && stream[token + 1].Is(WordClass.Marker)))
            {
                return token + 1;
            }
        }
        return 0;
    }

    // What a name or another rare word is taken for has words with content in it; 'would that be it' is only mumbled.
    private static int ContentWords(TokenStream stream, int start, int end)
    {
        int content = 0;
        for (int token = start; token < end; token++)
        {
            ref readonly var current = ref stream[token];
            bool light = current.Is(WordClass.Function | WordClass.Verb | WordClass.Filler | WordClass.Backchannel | WordClass.Connector | WordClass.Asking);
            content += light ? 0 : 1;
        }
        return content;
    }

    // A cue for a name or a place that ends right before the stretch.
    private static Cue? Announced(DetectionContext context, int start)
    {
        Cue? found = null;
        foreach (ref readonly var hit in context.Cues.HitsBefore(context.Stream[start].Turn, start))
        {
            bool near = start - hit.ValueStart is >= 0 and <= 1 && (hit.IsLeadIn || hit.HasCopula);
            if (near && hit.Cue.Shape is ValueShape.Name or ValueShape.Place or ValueShape.Email or ValueShape.Url)
            {
                found = hit.Cue;
            }
        }
        return found;
    }
}
