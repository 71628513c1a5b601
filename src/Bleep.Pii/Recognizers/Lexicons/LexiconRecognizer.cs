using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Lexicons;

/// <summary>Closed and half-closed classes by their lists: nationalities, religions, drugs, conditions, jobs…</summary>
internal sealed class LexiconRecognizer : IRecognizer
{
    private const int CueReach = 6;

    public string Name => "lexicon";

    public void Find(DetectionContext context)
    {
        foreach (ref readonly var match in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Phrases))
        {
            var policy = PolicyOf(match.Entry.Kind);
            if (policy is null || !policy.IsDocumented && !context.Policies.Contains(policy) || context.AnyClaimed(match.Start, match.End))
            {
                continue;
            }
            double score = Score(context, match, policy, out string? cue);
            if (score > 0)
            {
                context.Add(match.Start, match.End, policy, score, Name, cue ?? "list");
                AddSubtype(context, match, score);
                if (score >= 0.5 && policy.IsDocumented)
                {
                    context.Claim(match.Start, match.End);
                }
            }
        }
    }

    private void AddSubtype(DetectionContext context, in PhraseMatch match, double score)
    {
        if (match.Entry.Kind == LexiconKind.GenderSexuality)
        {
            var subtype = (match.Entry.Flags & PhraseFlags.Sexuality) != 0 ? PiiPolicies.Sexuality : PiiPolicies.Gender;
            context.Add(match.Start, match.End, subtype, score, Name, "list");
        }
    }

    private static PiiPolicy? PolicyOf(LexiconKind kind) => kind switch
    {
        LexiconKind.Nationality => PiiPolicies.Nationality,
        LexiconKind.Language => PiiPolicies.Language,
        LexiconKind.Religion => PiiPolicies.Religion,
        LexiconKind.PoliticalAffiliation => PiiPolicies.PoliticalAffiliation,
        LexiconKind.ZodiacSign => PiiPolicies.ZodiacSign,
        LexiconKind.MaritalStatus => PiiPolicies.MaritalStatus,
        LexiconKind.GenderSexuality => PiiPolicies.GenderSexuality,
        LexiconKind.BloodType => PiiPolicies.BloodType,
        LexiconKind.Occupation => PiiPolicies.Occupation,
        LexiconKind.Drug => PiiPolicies.Drug,
        LexiconKind.Condition => PiiPolicies.MedicalCondition,
        LexiconKind.Injury => PiiPolicies.Injury,
        LexiconKind.Procedure => PiiPolicies.MedicalProcess,
        LexiconKind.Event => PiiPolicies.Event,
        LexiconKind.PhysicalAttribute => PiiPolicies.PhysicalAttribute,
        LexiconKind.CorporateAction => PiiPolicies.CorporateAction,
        LexiconKind.Effect => PiiPolicies.Effect,
        LexiconKind.Trend => PiiPolicies.Trend,
        LexiconKind.FinancialMetric => PiiPolicies.FinancialMetric,
        LexiconKind.Product => PiiPolicies.Product,
        _ => null,
    };

    private static double Score(DetectionContext context, in PhraseMatch match, PiiPolicy policy, out string? cue)
    {
        var stream = context.Stream;
        bool single = match.End == match.Start + 1;
        ref readonly var first = ref stream[match.Start];
        cue = CueNear(context, match.Start, policy);
        bool ambiguous = (match.Entry.Flags & (PhraseFlags.Ambiguous | PhraseFlags.AlsoName)) != 0;
        bool listed = policy == PiiPolicies.Occupation;
        if (!ambiguous)
        {
            return cue is not null ? 0.93 : listed ? 0.6 : 0.82;
        }
        if (single && first.Is(WordClass.Function) && cue is null)
        {
            return 0;
        }
        bool capital = TokenTests.HasTellingCapital(context, match.Start) && policy != PiiPolicies.Occupation;
        return cue is not null ? 0.75 : capital ? 0.6 : single ? 0.2 : 0.4;
    }

    private static string? CueNear(DetectionContext context, int token, PiiPolicy policy)
    {
        int turn = context.Stream[token].Turn;
        string? found = null;
        foreach (ref readonly var hit in context.Cues.HitsBefore(turn, token))
        {
            if (hit.End > token)
            {
                break;
            }
            if (hit.Cue.Policy == policy && token - hit.ValueStart <= (hit.IsLeadIn ? 1 : CueReach))
            {
                found = hit.Cue.Text;
            }
        }
        if (found is not null)
        {
            return found;
        }
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (expectation.Cue.Policy == policy && expectation.Distance <= 2)
            {
                return expectation.Cue.Text;
            }
        }
        return null;
    }
}
