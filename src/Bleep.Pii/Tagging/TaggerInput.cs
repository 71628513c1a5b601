using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Tagging;

/// <summary>Reads tokens of a document as the sequence model sees them.</summary>
internal static class TaggerInput
{
    /// <summary>Tokens before and after a stretch that its features look at.</summary>
    public const int Border = 2;

    // A phrase of a lexicon is at most this long: those that reach into a stretch start no earlier.
    private const int PhraseReach = 8;

    private const WordClass Known = WordClass.FirstName | WordClass.LastName | WordClass.CommonName | WordClass.AmbiguousName
        | WordClass.Honorific | WordClass.Place | WordClass.AmbiguousPlace | WordClass.StreetType | WordClass.OrganizationHead
        | WordClass.Common | WordClass.Verb | WordClass.Function | WordClass.PlacePreposition | WordClass.Possessor | WordClass.Month
        | WordClass.Weekday | WordClass.Unknown | WordClass.HasDigit | WordClass.Letter | WordClass.Filler | WordClass.Backchannel
        | WordClass.Direction | WordClass.Ordinal | WordClass.Digit | WordClass.Scale | WordClass.HasSymbol | WordClass.TimeUnit
        | WordClass.Asking | WordClass.Connector;

    // Bits above those of the word classes that matter here.
    private const ulong InPlace = 1UL << 60, InOrganization = 1UL << 61, OrganizationStart = 1UL << 62, InOtherPhrase = 1UL << 63;

    /// <summary>Reads the tokens of a stretch of one turn with <see cref="Border"/> tokens on each side.</summary>
    /// <param name="context">The document.</param>
    /// <param name="from">First token of the stretch.</param>
    /// <param name="to">Token after its last.</param>
    /// <param name="tokens">Takes the tokens: those of the stretch start at index <see cref="Border"/>.</param>
    public static void Read(DetectionContext context, int from, int to, Span<TaggerToken> tokens)
    {
        var stream = context.Stream;
        int turnStart = stream.TurnStart(from), turnEnd = stream.TurnEnd(from);
        int first = from - Border, count = to - from + 2 * Border;
        Span<ulong> phrases = stackalloc ulong[count];
        MarkPhrases(context, stream[from].Turn, Math.Max(first - PhraseReach, turnStart), first, phrases);
        for (int offset = 0; offset < count; offset++)
        {
            int index = first + offset;
            tokens[offset] = index < turnStart ? new TaggerToken(-1, 1, 1, 0, 0, false)
                : index >= turnEnd ? new TaggerToken(-1, 2, 2, 0, 1, false)
                : Describe(stream, index, context.IsCased, phrases[offset]);
        }
    }

    private static void MarkPhrases(DetectionContext context, int turn, int from, int first, Span<ulong> phrases)
    {
        foreach (ref readonly var match in context.PhrasesBetween(turn, from, first + phrases.Length))
        {
            bool single = match.End == match.Start + 1;
            ulong bit = match.Entry.Kind switch
            {
                LexiconKind.City or LexiconKind.State or LexiconKind.Country or LexiconKind.Region => single ? 0 : InPlace,
                LexiconKind.Organization => InOrganization,
                LexiconKind.Occupation or LexiconKind.Condition or LexiconKind.Drug or LexiconKind.Nationality or LexiconKind.Language
                    or LexiconKind.Procedure or LexiconKind.Event or LexiconKind.Product => InOtherPhrase,
                _ => 0,
            };
            if (bit == 0)
            {
                continue;
            }
            for (int token = Math.Max(match.Start, first); token < match.End && token - first < phrases.Length; token++)
            {
                phrases[token - first] |= bit;
            }
            if (bit == InOrganization && match.Start >= first)
            {
                phrases[match.Start - first] |= OrganizationStart;
            }
        }
    }

    private static TaggerToken Describe(TokenStream stream, int index, bool isCased, ulong phrases)
    {
        ref readonly var token = ref stream[index];
        ulong kind = (ulong)(token.Classes & Known) | phrases;
        uint shape = (isCased ? 1u : 0) | (token.Is(WordClass.Capitalized) ? 2u : 0) | (token.Is(WordClass.AllCaps) ? 4u : 0)
            | (token.Is(WordClass.SentenceStart) ? 8u : 0) | (token.Is(WordClass.Comma) ? 16u : 0) | (token.Is(WordClass.SentenceEnd) ? 32u : 0)
            | (token.Is(WordClass.Possessive) ? 64u : 0);
        bool isRare = !token.Is(WordClass.Common | WordClass.Function | WordClass.HasDigit | WordClass.AnyNumberWord | WordClass.Filler | WordClass.Letter);
        return new TaggerToken(
            index, FeatureHash.Word(stream.Text(index)), FeatureHash.Mix((uint)kind, (uint)(kind >> 32)), Coarse(token), shape, isRare);
    }

    private static uint Coarse(in Token token)
    {
        if (token.Is(WordClass.HasDigit | WordClass.AnyNumberWord))
        {
            return 1;
        }
        bool ordinary = token.Is(WordClass.Common | WordClass.Verb);
        if (token.Is(WordClass.FirstName | WordClass.LastName) && !token.Is(WordClass.Function))
        {
            bool isAmbiguous = token.Is(WordClass.AmbiguousName) || ordinary;
            return token.Is(WordClass.Place) ? 9u
                : token.Is(WordClass.FirstName) ? isAmbiguous ? 8u : 6u
                : isAmbiguous ? 12u : 7u;
        }
        return token.Is(WordClass.Function) ? 2u
            : token.Is(WordClass.Month | WordClass.Weekday) ? 3u
            : token.Is(WordClass.Honorific) ? 4u
            : token.Is(WordClass.OrganizationHead) ? 5u
            : token.Is(WordClass.Place) ? 10u
            : token.Is(WordClass.Unknown) ? 11u
            : token.Is(WordClass.Letter) ? 14u
            : ordinary ? 13u
            : 15u;
    }
}
