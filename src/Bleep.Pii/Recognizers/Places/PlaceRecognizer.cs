using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Places;

/// <summary>Towns, states, countries and regions by the lists of places.</summary>
internal sealed class PlaceRecognizer : IRecognizer
{
    public string Name => "place";

    public void Find(DetectionContext context)
    {
        foreach (ref readonly var match in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Phrases))
        {
            if (match.Entry.Kind is LexiconKind.City or LexiconKind.State or LexiconKind.Country or LexiconKind.Region && !context.AnyClaimed(match.Start, match.End))
            {
                Judge(context, match);
            }
        }
    }

    private void Judge(DetectionContext context, in PhraseMatch match)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(match.Start);
        double score = Score(context, match, limit);
        if (score < 0.3)
        {
            return;
        }
        int end = PlaceTail.Extend(context, match.End, limit);
        if (end > match.End && score < 0.8)
        {
            score = 0.85;
        }
        context.Add(match.Start, end, PiiPolicies.Location, score, Name, match.Entry.Kind switch
        {
            LexiconKind.City => "town",
            LexiconKind.State => "state",
            LexiconKind.Country => "country",
            _ => "region",
        });
        var subtype = match.Entry.Kind switch
        {
            LexiconKind.City => PiiPolicies.LocationCity,
            LexiconKind.State => PiiPolicies.LocationState,
            LexiconKind.Country => PiiPolicies.LocationCountry,
            _ => null,
        };
        if (subtype is not null)
        {
            context.Add(match.Start, match.End, subtype, score, Name, "list of places");
        }
        if (score >= 0.5 && end > match.End)
        {
            context.Claim(match.Start, end);
        }
    }

    private static double Score(DetectionContext context, in PhraseMatch match, int limit)
    {
        var stream = context.Stream;
        int token = match.Start;
        ref readonly var first = ref stream[token];
        bool single = match.End == token + 1;
        bool ambiguous = (match.Entry.Flags & (PhraseFlags.Ambiguous | PhraseFlags.AlsoName)) != 0;
        bool ordinary = single && first.Is(WordClass.Common | WordClass.Function | WordClass.Verb | WordClass.Backchannel | WordClass.AnyNumberWord | WordClass.Letter);
        bool behindTown = token > stream.TurnStart(token) && stream[token - 1].Is(WordClass.Place | WordClass.Capitalized) && !stream[token - 1].Is(WordClass.Function | WordClass.SentenceStart);
        if (single && first.End - first.Start <= 2 && !(first.Is(WordClass.AllCaps) && context.IsCased && behindTown))
        {
            return 0;
        }
        if (context.IsCased && !first.Is(WordClass.Capitalized) && (ambiguous || ordinary))
        {
            return 0;
        }
        bool start = token == stream.TurnStart(token);
        var before = start ? default : stream.Text(token - 1);
        bool preposition = !start && stream[token - 1].Is(WordClass.PlacePreposition);
        bool telling = TokenTests.HasTellingCapital(context, token);
        bool afterName = !start && stream[token - 1].Is(WordClass.FirstName) && !stream[token - 1].Is(WordClass.Common | WordClass.Function | WordClass.PlacePreposition);
        var cue = CueLookup.Nearest(context, token, ValueShape.Place);
        if (!ambiguous && !ordinary)
        {
            return afterName && single && first.Is(WordClass.LastName) ? 0.55 : context.IsCased && !first.Is(WordClass.Capitalized) ? 0.6 : 0.86;
        }
        if (first.Is(WordClass.Function) && single && !telling)
        {
            return 0;
        }
        bool followedByState = match.End < limit && context.PhraseEndAt(match.End, LexiconKind.State) > 0 && stream[match.End].End - stream[match.End].Start > 2;
        double score = followedByState ? 0.9 : cue is not null && preposition ? 0.85 : cue is not null ? 0.7
            : preposition && before is "in" or "from" or "near" or "to" or "In" or "From" ? (ordinary ? telling ? 0.75 : 0.45 : 0.75)
            : telling ? 0.6 : ordinary ? 0.1 : 0.45;
        return afterName ? score * 0.6 : score;
    }
}
