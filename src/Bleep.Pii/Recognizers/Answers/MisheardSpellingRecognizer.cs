using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>
/// The spelling of a name that was asked for, when recognised speech has other words for its letters: 'clementine qureshi that's you you are
/// the best' for '… that's q u r e s h i'. After the name, 'that's' begins its spelling, and the rest of the turn goes.
/// </summary>
internal sealed class MisheardSpellingRecognizer : IRecognizer
{
    private const int MaxNameWords = 4;
    private const int MinTurn = 5;
    private const int MaxTurn = 24;

    public string Name => "misheard spelling";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable)
        {
            return;
        }
        for (int turn = 0; turn < context.Stream.TurnCount; turn++)
        {
            if (context.Stream.Timings[turn] is not null)
            {
                Take(context, turn);
            }
        }
    }

    private void Take(DetectionContext context, int turn)
    {
        var stream = context.Stream;
        int start = stream.TurnStarts[turn], limit = stream.TurnStarts[turn + 1];
        if (limit - start is < MinTurn or > MaxTurn || !IsNameAsked(context, turn))
        {
            return;
        }
        for (int token = start + 1; token + 2 < limit && token - start <= MaxNameWords; token++)
        {
            if (stream.Text(token) is "that's" or "thats" or "spelled" or "spelt")
            {
                context.Add(token + 1, limit, PiiPolicies.PersonName, 0.55, Name, "spelled");
                return;
            }
        }
    }

    private static bool IsNameAsked(DetectionContext context, int turn)
    {
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (expectation.Cue.Policy == PiiPolicies.PersonName && expectation.Distance <= 2)
            {
                return true;
            }
        }
        return false;
    }
}
