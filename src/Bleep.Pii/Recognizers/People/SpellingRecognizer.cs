using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.People;

/// <summary>Words spelled letter by letter: 'l o w e r y', 'l as in lima', 'double t'.</summary>
internal sealed class SpellingRecognizer : IRecognizer
{
    public string Name => "spelling";

    public void Find(DetectionContext context)
    {
        var runs = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Runs.Runs);
        foreach (ref readonly var run in runs)
        {
            if (run.Letters < 2 || run.Digits > 0 || context.IsClaimed(run.TokenStart) || IsKnownPhrase(context, run))
            {
                continue;
            }
            var (policy, score, cue) = Judge(context, run);
            if (score > 0)
            {
                if (policy == PiiPolicies.PersonName)
                {
                    SpelledWord(context, run);
                }
                context.Claim(run.TokenStart, run.TokenEnd);
                context.Add(run.TokenStart, run.TokenEnd, policy, score, Name, cue, spreads: policy == PiiPolicies.PersonName && run.Letters > 2);
            }
        }
    }

    // 'love spelled l o v e': the word that is spelled, however ordinary, is the name.
    private void SpelledWord(DetectionContext context, in CodeRun run)
    {
        var stream = context.Stream;
        var letters = context.Runs.CharsOf(run);
        for (int token = run.TokenStart - 1; token >= stream.TurnStart(run.TokenStart) && run.TokenStart - token <= 8; token--)
        {
            if (stream.Text(token).Equals(letters, StringComparison.OrdinalIgnoreCase))
            {
                context.Add(token, token + 1, PiiPolicies.PersonName, 0.92, Name, "spelled", spreads: true);
                return;
            }
        }
    }

    private static (PiiPolicy Policy, double Score, string Cue) Judge(DetectionContext context, in CodeRun run)
    {
        var stream = context.Stream;
        int turn = stream[run.TokenStart].Turn;
        var spelled = SpellCueBefore(context, run, turn);
        PiiPolicy policy = PiiPolicies.PersonName;
        string? asked = null;
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (expectation.IsSpelling || expectation.Cue.Shape is ValueShape.Name or ValueShape.Email or ValueShape.Place)
            {
                policy = expectation.Cue.Policy;
                asked = expectation.Cue.Text;
                break;
            }
        }
        foreach (ref readonly var hit in context.Cues.HitsBefore(turn, run.TokenStart))
        {
            if (hit.End <= run.TokenStart && run.TokenStart - hit.End < 10 && hit.Cue.Shape is ValueShape.Name or ValueShape.Email or ValueShape.Place)
            {
                policy = hit.Cue.Policy;
                asked = hit.Cue.Text;
            }
        }
        bool afterName = run.TokenStart > stream.TurnStart(run.TokenStart) && stream[run.TokenStart - 1].Is(WordClass.AnyName | WordClass.Unknown);
        int letters = run.Letters;
        double score = spelled || asked is not null ? letters >= 3 ? 0.93 : 0.7
            : afterName && letters >= 3 ? 0.85
            : letters >= 5 ? 0.8 : letters == 4 ? 0.65 : letters == 3 ? 0.4 : 0;
        return (policy, score, asked ?? (spelled ? "spelled" : "letters"));
    }

    private static bool SpellCueBefore(DetectionContext context, in CodeRun run, int turn)
    {
        foreach (ref readonly var match in context.PhrasesBetween(turn, run.TokenStart - 16, run.TokenStart))
        {
            if (match.Entry.Kind == LexiconKind.SpellCue && run.TokenStart - match.End < 8)
            {
                return true;
            }
        }
        return false;
    }

    // 'c v v', 'u s a', 'a t and t'
    private static bool IsKnownPhrase(DetectionContext context, in CodeRun run)
    {
        foreach (ref readonly var match in context.PhrasesBetween(context.Stream[run.TokenStart].Turn, run.TokenStart, run.TokenStart + 1))
        {
            if (match.End >= run.TokenEnd)
            {
                return true;
            }
        }
        return false;
    }
}
