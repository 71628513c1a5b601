using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers;

/// <summary>Judgements of single tokens that several recognisers share.</summary>
internal static class TokenTests
{
    private const WordClass Grammar = WordClass.Function | WordClass.Filler | WordClass.Connector | WordClass.Asking;

    /// <summary>True for a word that is no ordinary one: a name by its list, or known to no list of ordinary words.</summary>
    public static bool IsRare(in Token token) =>
        !token.Is(WordClass.HasDigit | WordClass.AnyNumberWord | WordClass.Ordinal) && (!token.Is(WordClass.Common | Grammar | WordClass.Verb | WordClass.Backchannel | WordClass.Month | WordClass.Weekday)
        || token.Is(WordClass.AnyName) && !token.Is(WordClass.AmbiguousName | WordClass.Function));

    /// <summary>True for words that carry no content in an answer: fillers, 'yes', 'okay', 'it's'.</summary>
    public static bool IsLight(in Token token) => token.Is(WordClass.Filler | WordClass.Backchannel | WordClass.Connector | WordClass.Marker);

    /// <summary>True for function words and the like, which no name holds.</summary>
    public static bool IsGrammar(in Token token) => token.Is(Grammar) && !token.Is(WordClass.AnyName);

    /// <summary>True for a capital that is not due to the start of a sentence.</summary>
    public static bool HasTellingCapital(DetectionContext context, int token) =>
        context.IsCased && context.Stream[token].Is(WordClass.Capitalized) && !context.Stream[token].Is(WordClass.SentenceStart);

    /// <summary>True when the word may be a name where a name is due.</summary>
    public static bool MayBeName(DetectionContext context, int token)
    {
        ref readonly var current = ref context.Stream[token];
        if (current.Is(WordClass.HasDigit | WordClass.AnyNumberWord | WordClass.Honorific) && !current.Is(WordClass.AnyName))
        {
            return false;
        }
        return context.IsCased && context.HasSentenceMarks
            ? current.Is(WordClass.Capitalized) && !(current.Is(Grammar) && !current.Is(WordClass.AnyName))
            : IsRare(current) || current.Is(WordClass.AnyName);
    }

    /// <summary>True when a phrase of one of two kinds covers exactly this token range or starts at it.</summary>
    public static bool StartsPhrase(DetectionContext context, int token, LexiconKind kind) => context.PhraseEndAt(token, kind) > 0;
}
