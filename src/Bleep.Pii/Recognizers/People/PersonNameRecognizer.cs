using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.People;

/// <summary>Personal names by the lists of names: with a title, first and last together, alone when nothing else they could be.</summary>
internal sealed class PersonNameRecognizer : IRecognizer
{
    private const int MaxNames = 5;

    public string Name => "person_name";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (!current.Is(WordClass.AnyName | WordClass.Honorific) || context.IsClaimed(token))
            {
                continue;
            }
            int end = current.Is(WordClass.Honorific) ? AfterTitle(context, token) : -1;
            if (end < 0 && current.Is(WordClass.AnyName))
            {
                end = Sequence(context, token);
            }
            token = end > token ? end - 1 : token;
        }
    }

    // 'mister smith', 'doctor anita patel'; the title itself stays.
    private int AfterTitle(DetectionContext context, int title)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(title);
        bool certain = stream.Has(title, WordSet.CertainTitle);
        int end = title + 1;
        while (end < limit && end - title <= 3 && IsNameAfterTitle(context, end, certain, end == title + 1))
        {
            end++;
            if (stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma))
            {
                break;
            }
        }
        if (end == title + 1)
        {
            return -1;
        }
        context.Add(title + 1, end, PiiPolicies.PersonName, certain ? 0.95 : 0.8, Name, "title", spreads: true, evidence: new Evidence(Cue: certain ? 0.35 : 0.2));
        return end;
    }

    private static bool IsNameAfterTitle(DetectionContext context, int token, bool certain, bool first)
    {
        ref readonly var current = ref context.Stream[token];
        if (current.Is(WordClass.HasDigit | WordClass.Function | WordClass.Connector | WordClass.Filler) && !HasCapital(context, token))
        {
            return false;
        }
        if (context.IsCased && !current.Is(WordClass.Capitalized))
        {
            return false;
        }
        bool plain = !current.Is(WordClass.Common | WordClass.Backchannel | WordClass.Verb | WordClass.Month | WordClass.Weekday | WordClass.AnyNumberWord);
        return current.Is(WordClass.AnyName) && (certain && (first || current.Is(WordClass.LastName) && !current.Is(WordClass.Function | WordClass.Verb)) || !current.Is(WordClass.AmbiguousName)) || plain && (certain || current.Is(WordClass.AnyName)) || certain && first && HasCapital(context, token);
    }

    private static bool HasCapital(DetectionContext context, int token) => context.IsCased && context.Stream[token].Is(WordClass.Capitalized);

    private int Sequence(DetectionContext context, int start)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(start);
        int end = start;
        int firsts = 0, lasts = 0, certain = 0, capitals = 0, commons = 0;
        while (end < limit && end - start < MaxNames && !context.IsClaimed(end))
        {
            ref readonly var current = ref stream[end];
            bool initial = end > start && current.Is(WordClass.Letter) && current.End - current.Start == 1 && end + 1 < limit && stream[end + 1].Is(WordClass.LastName)
                && stream.Text(end) is not ("a" or "i");
            bool unknownLast = end > start && certain > 0 && current.Is(WordClass.Unknown) && !current.Is(WordClass.HasDigit) && (!context.IsCased || current.Is(WordClass.Capitalized))
                && stream[start].Is(WordClass.FirstName) && !current.Is(WordClass.HasSymbol);
            bool particle = end > start && end + 1 < limit && stream.Has(end, WordSet.NameParticle) && stream.Text(end) is not ("an" or "do")
                && (stream.Has(end + 1, WordSet.NameParticle) || stream[end + 1].Is(WordClass.LastName | WordClass.Unknown) && !stream[end + 1].Is(WordClass.Function | WordClass.Common));
            if (particle && (!context.IsCased || stream[end + 1].Is(WordClass.Capitalized) || stream.Has(end + 1, WordSet.NameParticle)))
            {
                end++;
                continue;
            }
            if (!current.Is(WordClass.AnyName) && !initial && !unknownLast || context.IsCased && !current.Is(WordClass.Capitalized) && end > start)
            {
                break;
            }
            if (current.Is(WordClass.Function | WordClass.Connector) && !TokenTests.HasTellingCapital(context, end))
            {
                break;
            }
            firsts += current.Is(WordClass.FirstName) ? 1 : 0;
            lasts += current.Is(WordClass.LastName) ? 1 : 0;
            bool ambiguous = current.Is(WordClass.AmbiguousName | WordClass.Common | WordClass.Verb | WordClass.Month | WordClass.Place) && !initial;
            certain += ambiguous ? 0 : 1;
            commons += current.Is(WordClass.CommonName) ? 1 : 0;
            capitals += TokenTests.HasTellingCapital(context, end) ? 1 : 0;
            end++;
            if (stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Comma | WordClass.Possessive))
            {
                break;
            }
        }
        int count = end - start;
        int degree = count > 0 ? Degree(context, end, limit) : end;
        if (count == 0 || count == 1 && context.PhraseEndAt(start, LexiconKind.Topic) == end)
        {
            return -1;
        }
        double score = count >= 2 ? Several(context, start, firsts, lasts, certain, capitals, commons)
            : degree > end ? 0.85 : Single(context, start, certain, capitals);
        if (score <= 0)
        {
            return -1;
        }
        // 'marikit njoroge': a first name that no list has, before a certain family name.
        bool unlisted = score >= 0.5 && certain > 0 && start > stream.TurnStart(start) && stream[start].Is(WordClass.AnyName) && !stream[start].Is(WordClass.AmbiguousName | WordClass.Common)
            && stream[start - 1].Is(WordClass.Unknown) && !stream[start - 1].Is(WordClass.HasDigit | WordClass.HasSymbol | WordClass.SentenceEnd | WordClass.Comma)
            && (!context.IsCased || stream[start - 1].Is(WordClass.Capitalized)) && !context.IsClaimed(start - 1);
        start = unlisted ? start - 1 : start;
        context.Add(start, score >= 0.6 ? degree : end, PiiPolicies.PersonName, score, Name, count > 1 ? "first and last name" : "list of names", spreads: score >= 0.7);
        return degree;
    }

    // 'm d', 'MD', 'junior', 'the third' after a name belong to it.
    private static int Degree(DetectionContext context, int end, int limit)
    {
        var stream = context.Stream;
        if (end >= limit || stream[end - 1].Is(WordClass.SentenceEnd | WordClass.Possessive) && stream[end - 1].End - stream[end - 1].Start > 2)
        {
            return end;
        }
        var text = stream.Text(end);
        if (text is "m" or "M" && end + 1 < limit && stream.Text(end + 1) is "d" or "D" || text is "p" && end + 2 < limit && stream.Text(end + 1) is "h" && stream.Text(end + 2) is "d")
        {
            return text is "p" ? end + 3 : end + 2;
        }
        return text is "md" or "MD" or "M.D" or "m.d" or "DO" or "DDS" or "dds" or "PhD" or "Ph.D" or "phd" or "RN" or "jr" or "Jr" or "junior" or "Junior" or "sr" or "Sr" or "III" or "II" or "iii" or "ii" or "Esq" ? end + 1 : end;
    }

    private static double Several(DetectionContext context, int start, int firsts, int lasts, int certain, int capitals, int commons)
    {
        if (firsts == 0)
        {
            return certain >= 2 ? 0.7 : capitals >= 2 ? 0.6 : 0.35;
        }
        if (context.IsCased)
        {
            return certain > 0 || capitals >= 2 || lasts > 0 && context.Stream[start].Is(WordClass.Capitalized) ? 0.92 : 0.3;
        }
        return certain >= 2 ? 0.93 : certain == 1 && commons > 0 ? 0.88 : certain == 1 ? 0.7 : commons >= 2 && !context.Stream[start].Is(WordClass.Function) ? 0.55 : 0.3;
    }

    private static double Single(DetectionContext context, int token, int certain, int capitals)
    {
        var stream = context.Stream;
        ref readonly var current = ref stream[token];
        bool first = current.Is(WordClass.FirstName);
        bool vocative = IsVocative(context, token);
        if (certain == 1)
        {
            if (context.IsCased && !current.Is(WordClass.Capitalized))
            {
                return first && current.Is(WordClass.CommonName) ? 0.55 : 0.3;
            }
            if (current.Is(WordClass.RareName) && !current.Is(WordClass.CommonName))
            {
                return context.IsCased ? TokenTests.HasTellingCapital(context, token) ? 0.6 : 0.4 : vocative ? 0.6 : first ? 0.55 : 0.47;
            }
            double known = first ? current.Is(WordClass.CommonName) ? 0.85 : 0.65 : current.Is(WordClass.CommonName) ? 0.65 : 0.52;
            return vocative ? known + 0.08 : known;
        }
        bool common = current.Is(WordClass.Common | WordClass.Verb | WordClass.Function | WordClass.Month);
        if (first && capitals > 0 && !current.Is(WordClass.Month | WordClass.Function))
        {
            return 0.7;
        }
        if (vocative && first && (current.Is(WordClass.CommonName) || !common) && !current.Is(WordClass.Function | WordClass.Verb))
        {
            return 0.7;
        }
        // A first name that is a place too ('charlotte', 'austin') and not introduced as one.
        bool placed = token > stream.TurnStart(token) && stream[token - 1].Is(WordClass.PlacePreposition);
        return first && current.Is(WordClass.CommonName) && !common && !placed ? 0.6 : capitals > 0 ? 0.45 : 0;
    }

    // 'hi mark', 'thank you rose', 'okay will' at the end or before a comma.
    private static bool IsVocative(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int start = stream.TurnStart(token), limit = stream.TurnEnd(token);
        bool ends = token + 1 >= limit || stream[token].Is(WordClass.SentenceEnd | WordClass.Comma)
            || stream.Text(token + 1) is "let" or "i" or "i'm" or "i'll" or "can" or "could" or "how" or "what's" or "so" or "we" or "just" or "and" or "may" or "thank" or "thanks";
        if (token == start)
        {
            return stream[token].Is(WordClass.Comma);
        }
        var before = stream.Text(token - 1);
        bool greeting = stream.Has(token - 1, WordSet.Greeting);
        bool thanks = before is "you" or "thanks" or "Thanks" or "okay" or "Okay" or "sure" or "right" or "great" or "perfect" or "yes" or "sorry" or "welcome" or "please";
        return greeting || thanks && ends;
    }
}
