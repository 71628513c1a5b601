using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Events;

/// <summary>An event that is known, with the part of it that is meant: 'stanley cup finals'.</summary>
internal sealed class EventPartRecognizer : IRecognizer
{
    private const float Known = 0.5f;

    public string Name => "event";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        foreach (var found in context.Candidates.FindAll(candidate => candidate.Policy == PiiPolicies.Event && candidate.Score >= Known))
        {
            int end = found.TokenEnd;
            if (end < stream.TurnEnd(found.TokenStart) && !stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma)
                && stream.Text(end) is "finals" or "final" or "semifinals" or "semifinal" or "playoffs" or "weekend" or "parade")
            {
                context.Claim(found.TokenStart, end + 1);
                context.Add(found.TokenStart, end + 1, PiiPolicies.Event, found.Score, Name, "part of an event");
            }
        }
    }
}
