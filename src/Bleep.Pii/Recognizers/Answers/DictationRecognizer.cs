using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>
/// Follows a value that is dictated piece by piece over several short turns, as addresses are: 'the address is three twenty' –
/// 'first street' – 'forest ranch' – 'oregon'. Once a piece has been seen, the short turns after it belong to the value too,
/// also where the recogniser heard other words, and so does what the listener repeats, until somebody says something else.
/// </summary>
internal sealed class DictationRecognizer : IRecognizer
{
    private const int MaxPiece = 8;
    private const int MaxTurns = 14;

    public string Name => "dictation";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable)
        {
            return;
        }
        var stream = context.Stream;
        for (int turn = 0; turn < stream.TurnCount; turn++)
        {
            var cue = Opens(context, turn);
            if (cue is not null)
            {
                turn = Follow(context, turn, cue) - 1;
            }
        }
    }

    // The first piece: an address was asked for or announced, and the turn holds a number or a place.
    private static Cue? Opens(DetectionContext context, int turn)
    {
        foreach (ref readonly var hit in context.Cues.HitsOf(turn))
        {
            if (IsDictated(hit.Cue) && hit.HasCopula && !hit.IsLeadIn && hit.ValueStart < context.Stream.TurnStarts[turn + 1]
                && HasEvidence(context, hit.ValueStart, context.Stream.TurnStarts[turn + 1]))
            {
                return hit.Cue;
            }
        }
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (IsDictated(expectation.Cue) && expectation.Distance <= 3 && HasEvidence(context, context.Stream.TurnStarts[turn], context.Stream.TurnStarts[turn + 1]))
            {
                return expectation.Cue;
            }
        }
        return null;
    }

    private static bool IsDictated(Cue cue) => cue.Policy == PiiPolicies.Location && cue.Text.Contains("address", StringComparison.Ordinal);

    private static bool HasEvidence(DetectionContext context, int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            ref readonly var current = ref context.Stream[token];
            if (current.Is(WordClass.AnyNumberWord | WordClass.HasDigit) && !(current.Is(WordClass.Letter) && current.End - current.Start == 1)
                || current.Is(WordClass.StreetType) && token > start || current.Is(WordClass.Place) && !current.Is(WordClass.Common | WordClass.Function))
            {
                return true;
            }
        }
        return false;
    }

    // Takes the short turns after the first piece; returns the turn after the last.
    private int Follow(DetectionContext context, int first, Cue cue)
    {
        var stream = context.Stream;
        var writer = stream.Speakers[first];
        int misses = 0;
        int turn = first + 1;
        for (; turn < stream.TurnCount && turn - first <= MaxTurns && misses < 2; turn++)
        {
            int start = AnswerShape.SkipLight(context, stream.TurnStarts[turn], stream.TurnStarts[turn + 1]);
            int end = AnswerShape.TrimEnd(context, start, stream.TurnStarts[turn + 1]);
            if (end <= start)
            {
                continue;
            }
            bool speaks = stream.Speakers[turn] == writer;
            if (!IsPiece(context, start, end) || !speaks && !HasEvidence(context, start, end))
            {
                misses += speaks ? 2 : 1;
                continue;
            }
            context.Add(start, end, cue.Policy, 0.58, Name, cue.Text);
        }
        return Math.Max(turn - Math.Max(misses, 0), first + 1);
    }

    // A few words without the grammar of a sentence.
    private static bool IsPiece(DetectionContext context, int start, int end)
    {
        if (end - start > MaxPiece)
        {
            return false;
        }
        int grammar = 0;
        for (int token = start; token < end; token++)
        {
            ref readonly var current = ref context.Stream[token];
            if (current.Is(WordClass.QuestionMark) || context.Stream.Text(token).StartsWith('['))
            {
                return false;
            }
            grammar += current.Is(WordClass.Function | WordClass.Verb | WordClass.Asking) && !current.Is(WordClass.AnyNumberWord | WordClass.DigitHomophone | WordClass.AnyName) ? 1 : 0;
        }
        return grammar * 4 <= end - start;
    }
}
