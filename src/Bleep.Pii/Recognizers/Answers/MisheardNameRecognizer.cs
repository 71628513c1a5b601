using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>
/// What follows the announcement of a name when the recogniser doubts it: 'my name is made of code break' for 'my name is Naoko Drake'.
/// Other recognisers take the words that look like a name; this one takes all of them up to a pause or the next clause.
/// </summary>
internal sealed class MisheardNameRecognizer : IRecognizer
{
    private const float Doubt = 0.7f;

    /// <summary>An ordinary word at the end that the recogniser is this sure of is no part of the name.</summary>
    private const float Sure = 0.85f;

    private const int MaxWords = 4;

    /// <summary>One of this many first words must be in doubt.</summary>
    private const int DoubtWithin = 3;

    private const int PauseMs = 200;

    public string Name => "misheard";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable)
        {
            return;
        }
        for (int turn = 0; turn < context.Stream.TurnCount; turn++)
        {
            if (context.Stream.Timings[turn] is null)
            {
                continue;
            }
            foreach (ref readonly var hit in context.Cues.HitsOf(turn))
            {
                if (hit.Cue.Policy == PiiPolicies.PersonName && (hit.IsLeadIn || hit.HasCopula) && !hit.IsQuestion)
                {
                    Take(context, hit.ValueStart, hit.Cue.Text, isFirm: !hit.Cue.IsWeak);
                }
            }
            for (int token = context.Stream.TurnStarts[turn]; token + 2 < context.Stream.TurnStarts[turn + 1]; token++)
            {
                if (Announces(context.Stream.Text(token), context.Stream.Text(token + 1)) && context.Stream.Text(token + 2) is not "a")
                {
                    Take(context, token + 2, "announced", isFirm: false);
                }
            }
        }
    }

    // The speaker presents himself, or says whom he wants.
    private static bool Announces(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first is "this" && second is "is" || first is "message" or "ask" or "asking" && second is "for" || first is "talking" or "talk" && second is "to";

    private void Take(DetectionContext context, int start, string cue, bool isFirm)
    {
        var stream = context.Stream;
        if (start >= stream.Count || start == 0)
        {
            return;
        }
        int limit = Math.Min(stream.TurnEnd(start - 1), start + MaxWords);
        int end = start;
        bool doubted = false;
        while (end < limit && !EndsBefore(context, start, end, isFirm))
        {
            doubted |= end - start < DoubtWithin && stream.Confidence(end) < Doubt;
            end++;
        }
        while (end > start && stream.Confidence(end - 1) >= Sure && stream[end - 1].Is(WordClass.Common | WordClass.Function))
        {
            end--;
        }
        if (doubted && end > start)
        {
            context.Add(start, end, PiiPolicies.PersonName, 0.55, Name, cue);
        }
    }

    private static bool EndsBefore(DetectionContext context, int start, int token, bool isFirm)
    {
        var stream = context.Stream;
        ref readonly var current = ref stream[token];
        bool sure = stream.Confidence(token) >= Doubt;
        bool clause = stream.Text(token) is "my" or "i" or "i'm" or "from" or "with" or "calling" or "speaking" or "thanks" or "thank" or "hello" or "how" or "in" or "at" or "on" or "the";
        if (token == start)
        {
            return !isFirm && sure && current.Is(WordClass.Function | WordClass.Verb | WordClass.Possessor) && !current.Is(WordClass.AnyName);
        }
        var timing = stream.Timings[current.Turn]!;
        bool pause = timing[current.Word].StartMs - timing[stream[token - 1].Word].EndMs >= PauseMs;
        return pause || sure && clause || context.PhraseEndAt(token, LexiconKind.LeadIn) > 0 || context.PhraseEndAt(token, LexiconKind.Topic) > 0 && sure;
    }
}
