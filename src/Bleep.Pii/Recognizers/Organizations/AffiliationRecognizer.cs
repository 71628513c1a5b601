using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Recognizers.Answers;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Organizations;

/// <summary>
/// Organisations by their place in the talk: the words with which a call is answered ('pinnacle mutual, this is dana') and what
/// follows a name ('priya from ninefold ceramics').
/// </summary>
internal sealed class AffiliationRecognizer : IRecognizer
{
    private const int GreetingTurns = 3;
    private const int MaxGreeting = 10;
    private const int MaxWords = 5;

    public string Name => "affiliation";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable)
        {
            return;
        }
        for (int turn = 0; turn < Math.Min(GreetingTurns, context.Stream.TurnCount); turn++)
        {
            Greeting(context, turn);
        }
        int found = context.Candidates.Count;
        for (int index = 0; index < found; index++)
        {
            var candidate = context.Candidates[index];
            if (candidate.Policy == PiiPolicies.PersonName && candidate.Score >= 0.6)
            {
                After(context, candidate);
            }
        }
    }

    private void Greeting(DetectionContext context, int turn)
    {
        var stream = context.Stream;
        int start = stream.TurnStarts[turn], limit = stream.TurnStarts[turn + 1];
        while (start < limit && (stream[start].Is(WordClass.Filler | WordClass.Backchannel | WordClass.DayPart) || stream.Text(start) is "hi" or "Hi" or "hello" or "Hello" or "hey" or "good" or "Good" or "and"))
        {
            start++;
        }
        int end = start;
        while (end < limit && end - start <= MaxWords && !Opens(stream, end, limit))
        {
            ref readonly var current = ref stream[end];
            bool inner = end > start && stream.Text(end) is "and" or "of";
            if (current.Is(WordClass.Function | WordClass.Verb | WordClass.Asking | WordClass.Possessor | WordClass.HasDigit | WordClass.Connector) && !inner || context.IsClaimed(end))
            {
                return;
            }
            end++;
            if (stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma))
            {
                break;
            }
        }
        bool follows = end < limit && end - stream.TurnStarts[turn] <= MaxGreeting && Opens(stream, end, limit);
        if (!follows || end == start)
        {
            return;
        }
        bool name = stream[start].Is(WordClass.FirstName) && end - start <= 2;
        bool desk = stream.Has(end - 1, WordSet.ServiceDesk) && IsAllCommon(stream, start, end);
        if (end - start <= MaxWords && !name && !desk && !(end - start == 1 && stream[start].Is(WordClass.Common)))
        {
            context.Add(start, end, PiiPolicies.Organization, 0.68, Name, "greeting", spreads: true);
        }
    }

    // 'front desk', 'technical support': every company has one.
    private static bool IsAllCommon(TokenStream stream, int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            if (!stream[token].Is(WordClass.Common) || stream[token].Is(WordClass.Capitalized) && !stream[token].Is(WordClass.SentenceStart))
            {
                return false;
            }
        }
        return true;
    }

    // 'this is', 'how may i', 'my name is', 'can you hold', 'good evening'
    private static bool Opens(TokenStream stream, int token, int limit)
    {
        if (token + 1 >= limit)
        {
            return false;
        }
        var text = stream.Text(token);
        var next = stream.Text(token + 1);
        return text is "this" or "This" && next is "is" || text is "how" or "How" && next is "may" or "can" || text is "my" or "My" && next is "name"
            || text is "can" or "may" && next is "i" or "you" || text is "good" && next is "morning" or "afternoon" or "evening" || text is "claims" or "sales" or "billing" or "support" or "reservations" && next is "this";
    }

    private void After(DetectionContext context, in Candidate person)
    {
        var stream = context.Stream;
        int at = person.TokenEnd;
        int limit = stream.TurnEnd(person.TokenStart);
        if (at + 1 >= limit || stream.Text(at) is not ("from" or "with" or "at") || stream[at - 1].Is(WordClass.SentenceEnd))
        {
            return;
        }
        int start = stream.Text(at + 1) is "the" ? at + 2 : at + 1;
        if (start >= limit || stream[start].Is(WordClass.Place | WordClass.Month | WordClass.Season) && !stream[start].Is(WordClass.Common))
        {
            return;
        }
        int end = AnswerShape.Ordinary(context, start, limit);
        if (end > start && !(end - start == 1 && stream[start].Is(WordClass.Common) && !stream[start].Is(WordClass.Capitalized)) && context.PhraseEndAt(start, LexiconKind.Topic) < 0)
        {
            context.Add(start, end, PiiPolicies.Organization, 0.58, Name, "from", spreads: true);
        }
    }
}
