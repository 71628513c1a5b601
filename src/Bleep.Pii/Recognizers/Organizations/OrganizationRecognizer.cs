using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Organizations;

/// <summary>Companies and institutions: by the list, and by a head word with a name before or after it.</summary>
internal sealed class OrganizationRecognizer : IRecognizer
{
    private const int MaxWords = 5;

    public string Name => "organization";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        foreach (ref readonly var match in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Phrases))
        {
            if (context.AnyClaimed(match.Start, match.End))
            {
                continue;
            }
            if (match.Entry.Kind == LexiconKind.Organization)
            {
                Listed(context, match);
            }
            else if (match.Entry.Kind == LexiconKind.OrganizationWord)
            {
                Headed(context, match);
            }
        }
    }

    private void Listed(DetectionContext context, in PhraseMatch match)
    {
        var stream = context.Stream;
        ref readonly var first = ref stream[match.Start];
        bool single = match.End == match.Start + 1;
        bool ambiguous = (match.Entry.Flags & PhraseFlags.Ambiguous) != 0 || single && first.Is(WordClass.Common | WordClass.Function | WordClass.AnyName | WordClass.Place);
        double score = 0.86;
        if (ambiguous)
        {
            bool start = match.Start == stream.TurnStart(match.Start);
            bool cue = CueLookup.Nearest(context, match.Start, ValueShape.Name) is { } name && name.Policy == PiiPolicies.Organization;
            bool telling = TokenTests.HasTellingCapital(context, match.Start);
            bool preposition = !start && stream.Text(match.Start - 1) is "at" or "from" or "with" or "for" or "by";
            score = cue && (telling || !context.IsCased) ? 0.8 : telling ? 0.7 : preposition && !context.IsCased && !first.Is(WordClass.Function) ? 0.5 : 0;
        }
        else if (context.IsCased && !first.Is(WordClass.Capitalized) && single)
        {
            score = 0.55;
        }
        if (score > 0)
        {
            int end = ExtendRight(context, match.End, stream.TurnEnd(match.Start));
            context.Add(match.Start, end, PiiPolicies.Organization, score, Name, "list of organisations");
        }
    }

    private void Headed(DetectionContext context, in PhraseMatch match)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(match.Start), limit = stream.TurnEnd(match.Start);
        int start = match.Start;
        int strong = 0, weak = match.End - match.Start - 1;
        while (start > turnStart && match.Start - start < MaxWords)
        {
            int token = start - 1;
            ref readonly var current = ref stream[token];
            if (current.Is(WordClass.SentenceEnd | WordClass.Comma) || context.IsClaimed(token) || context.IsCased && !current.Is(WordClass.Capitalized) && stream.Text(token) is not ("of" or "and" or "the"))
            {
                break;
            }
            bool descriptive = stream.Has(token, WordSet.OrganizationAdjective);
            bool rare = !descriptive && (TokenTests.IsRare(current) || current.Is(WordClass.Place) && !current.Is(WordClass.Function | WordClass.Common)
                || TokenTests.HasTellingCapital(context, token) && !TokenTests.IsGrammar(current));
            if (!descriptive && !rare)
            {
                break;
            }
            strong += rare ? 1 : 0;
            weak += descriptive ? 1 : 0;
            start = token;
        }
        bool introduced = Introduced(context, start, match.Start, turnStart, out int intro);
        if (introduced && intro < start && match.Start - intro <= MaxWords)
        {
            start = intro;
            strong++;
        }
        int end = ExtendRight(context, match.End, limit);
        bool of = end > match.End;
        bool enough = strong > 0 || weak >= 2 || of && stream.Has(match.End - 1, WordSet.OrganizationTakesOf) || introduced && weak > 0;
        if (!enough || start == match.Start && !of)
        {
            return;
        }
        double score = strong > 0 && (weak > 0 || introduced) ? 0.88 : strong > 0 ? 0.72 : introduced ? 0.75 : 0.6;
        context.Add(start, end, PiiPolicies.Organization, score, Name, "head word");
        if (stream.Has(match.End - 1, WordSet.MedicalOrganization))
        {
            context.Add(start, end, PiiPolicies.OrganizationMedicalFacility, score, Name, "head word");
        }
    }

    // 'hello this is … bank', 'thank you for calling … insurance': all words up to the head belong to the name, however they were heard.
    private static bool Introduced(DetectionContext context, int start, int head, int turnStart, out int intro)
    {
        var stream = context.Stream;
        intro = start;
        for (int token = head - 1; token >= turnStart && head - token <= MaxWords; token--)
        {
            if (stream[token].Is(WordClass.SentenceEnd) || token < start && stream[token].Is(WordClass.Possessor))
            {
                return false;
            }
            bool opens = stream.Text(token) is "is" or "calling" or "reached" or "from" or "with" or "to" or "at" or "for";
            if (opens && token < start + 1)
            {
                bool greeting = stream.Text(token) is "is" ? token > turnStart && stream.Text(token - 1) is "this" or "This"
                    : stream.Text(token) is "calling" or "reached" || stream.Text(token) is "from" or "to" && token > turnStart && stream.Text(token - 1) is "calling" or "welcome" or "Welcome";
                intro = token + 1;
                return greeting && intro < head && !stream[intro].Is(WordClass.Function | WordClass.Possessor);
            }
        }
        return false;
    }

    // 'bank of america', 'university of north dakota', 'department of health'
    private static int ExtendRight(DetectionContext context, int end, int limit)
    {
        var stream = context.Stream;
        if (end + 1 >= limit || stream.Text(end) is not ("of" or "for") || stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma))
        {
            return end;
        }
        int at = end + 1 < limit && stream.Text(end + 1) is "the" ? end + 2 : end + 1;
        int from = at;
        while (at < limit && at - from < 3)
        {
            ref readonly var current = ref stream[at];
            bool part = context.IsCased ? current.Is(WordClass.Capitalized) : current.Is(WordClass.Place) || TokenTests.IsRare(current)
                || stream.Has(at, WordSet.OrganizationField);
            if (!part || current.Is(WordClass.Function))
            {
                break;
            }
            at++;
            if (stream[at - 1].Is(WordClass.SentenceEnd | WordClass.Comma))
            {
                break;
            }
        }
        return at > from ? at : end;
    }
}
