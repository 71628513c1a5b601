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
        var claims = new List<(int Start, int End)>();
        // The end of the last language that was announced as one: 'speaks german, english and french'.
        int languages = -1;
        foreach (ref readonly var match in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Phrases))
        {
            var policy = PolicyOf(match.Entry.Kind);
            if (policy is null || !policy.IsDocumented && !context.Policies.Contains(policy) || context.AnyClaimed(match.Start, match.End))
            {
                continue;
            }
            double score = Score(context, match, policy, languages, out string? cue, out double alone);
            if (score > 0)
            {
                languages = policy == PiiPolicies.Language && cue is not null ? match.End : languages;
                int start = policy == PiiPolicies.Occupation && score >= 0.5 ? WithRank(context, match.Start) : policy == PiiPolicies.PhysicalAttribute && match.Start > context.Stream.TurnStart(match.Start)
                    && context.Stream.Text(match.Start - 1) is "a" or "an" ? match.Start - 1 : match.Start;
                context.Add(start, match.End, policy, score, Name, cue ?? "list", evidence: new Evidence(Cue: score - alone));
                AddSubtype(context, match, score);
                if (score >= 0.5 && policy.IsDocumented)
                {
                    claims.Add((start, match.End));
                }
            }
        }
        foreach (var (start, end) in claims)
        {
            context.Claim(start, end);
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

    // 'junior data analyst', 'retired bus driver'
    private static int WithRank(DetectionContext context, int start)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(start);
        for (int more = 0; more < 2 && start > turnStart && !stream[start - 1].Is(WordClass.SentenceEnd | WordClass.Comma) && !context.IsClaimed(start - 1)
            && stream.Has(start - 1, WordSet.JobRank); more++)
        {
            start--;
        }
        return start;
    }

    // 'english, french and german'
    private static bool GoesOn(TokenStream stream, int last, int start)
    {
        if (last < 0 || start < last || start - last > 2 || stream[last - 1].Turn != stream[start].Turn || stream[last - 1].Is(WordClass.SentenceEnd))
        {
            return false;
        }
        for (int token = last; token < start; token++)
        {
            if (stream.Text(token) is not ("and" or "or" or "some" or "a" or "little" or "bit"))
            {
                return false;
            }
        }
        return true;
    }

    // 'hispanic female', '69-year-old filipino woman'
    private static bool IsDescribed(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int before = token - 1;
        if (before < stream.TurnStart(token))
        {
            return false;
        }
        foreach (ref readonly var match in context.PhrasesBetween(stream[token].Turn, before - 1, token))
        {
            if (match.End == token && match.Entry.Kind == LexiconKind.Nationality)
            {
                return true;
            }
        }
        return context.IsClaimed(before) && stream[before].Is(WordClass.HasDigit | WordClass.TimeUnit) || stream.Text(before) is "old" or "year-old";
    }

    private static double Score(DetectionContext context, in PhraseMatch match, PiiPolicy policy, int languages, out string? cue, out double alone)
    {
        alone = 0;
        var stream = context.Stream;
        bool single = match.End == match.Start + 1;
        ref readonly var first = ref stream[match.Start];
        cue = CueNear(context, match.Start, policy);
        if ((policy == PiiPolicies.Nationality || policy == PiiPolicies.Language) && match.End < stream.TurnEnd(match.Start) && stream.Has(match.End, WordSet.NationThing) && cue is null)
        {
            return 0;
        }
        if (policy == PiiPolicies.GenderSexuality && cue is null && IsDescribed(context, match.Start))
        {
            cue = "description";
        }
        if (policy == PiiPolicies.Language && cue is null && GoesOn(stream, languages, match.Start))
        {
            cue = "list of languages";
        }
        if (policy == PiiPolicies.Language && cue is null && IsSpokenOf(context, match))
        {
            cue = "speak";
        }
        if (policy == PiiPolicies.GenderSexuality && cue is null && match.Start > stream.TurnStart(match.Start)
            && (stream.Text(match.Start - 1) is "old" or "as" or "is" && match.Start - 2 >= stream.TurnStart(match.Start) && stream.Text(match.Start - 2) is "patient" or "gender" or "sex" or "baby" or "child" || match.End == stream.TurnEnd(match.Start) && match.Start == stream.TurnStart(match.Start)))
        {
            cue = "patient";
        }
        if (policy == PiiPolicies.GenderSexuality && cue is null && single && match.End == stream.TurnEnd(match.Start) && match.Start > stream.TurnStart(match.Start) && context.IsClaimed(match.Start - 1))
        {
            cue = "after a date";
        }
        if (policy == PiiPolicies.MaritalStatus && cue is null && match.Start > stream.TurnStart(match.Start)
            && stream.Text(match.Start - 1) is "been" or "am" or "i'm" or "I'm" or "he's" or "she's" or "still" or "we're" or "newly" or "recently" or "currently" or "was" or "is")
        {
            cue = "is";
        }
        bool ambiguous = (match.Entry.Flags & (PhraseFlags.Ambiguous | PhraseFlags.AlsoName)) != 0 && !(policy == PiiPolicies.Language && cue is not null);
        if (single && first.Is(WordClass.Honorific) && match.End < stream.TurnEnd(match.Start) && stream[match.End].Is(WordClass.AnyName | WordClass.Unknown))
        {
            return 0;
        }
        bool listed = policy == PiiPolicies.Occupation;
        if (!ambiguous)
        {
            alone = listed ? 0.6 : 0.82;
            // A verb of speaking says more than 'i'm', which announces a nationality.
            return cue is "speak" or "list of languages" ? 0.95 : cue is not null ? 0.93 : alone;
        }
        if (single && first.Is(WordClass.Function) && cue is null)
        {
            return 0;
        }
        // 'the conductor Anselm Roth'
        if (policy == PiiPolicies.Occupation && context.IsCased && match.End < stream.TurnEnd(match.Start) && stream[match.End].Is(WordClass.AnyName | WordClass.Unknown) && TokenTests.HasTellingCapital(context, match.End) && !stream[match.End - 1].Is(WordClass.SentenceEnd | WordClass.Comma))
        {
            cue = "before a name";
            alone = 0.4;
            return 0.62;
        }
        bool capital = TokenTests.HasTellingCapital(context, match.Start) && policy != PiiPolicies.Occupation;
        alone = capital ? 0.6 : single ? 0.2 : 0.4;
        return cue is not null ? 0.75 : alone;
    }

    // 'speaks spanish', 'in mandarin', 'the french language'
    private static bool IsSpokenOf(DetectionContext context, in PhraseMatch match)
    {
        var stream = context.Stream;
        for (int token = match.Start - 1; token >= stream.TurnStart(match.Start) && match.Start - token <= 4; token--)
        {
            if (match.Start - token == 4 && stream.Text(token) is not ("speak" or "speaks" or "spoke"))
            {
                break;
            }
            if (stream.Text(token) is "learned" or "learnt" or "studied" or "taught" or "teach" or "speak" or "speaks" or "speaking" or "spoke" or "spoken" or "in" or "translate" or "learning" or "fluent" or "only" or "language" or "interpreter")
            {
                return true;
            }
        }
        return match.End < stream.TurnEnd(match.Start) && stream.Text(match.End) is "speaking" or "speaker" or "speakers" or "language" or "interpreter" or "lessons" or "class" or "translation" or "subtitles";
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
