using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Tagging;

/// <summary>
/// Decides cheaply where a name could stand, so that the model looks at a fraction of the text: around words that are no ordinary
/// ones, telling capitals, phrases of the lists, and words that follow a title.
/// </summary>
/// <param name="context">The document.</param>
/// <param name="isOpen">True to look at every token, which shows what the gate costs.</param>
internal struct TaggerGate(DetectionContext context, bool isOpen = false)
{
    /// <summary>Tokens on each side of a likely one that are looked at too.</summary>
    public const int Margin = 2;

    // A name that is an ordinary word too stands alone mostly where a turn begins or ends ('thanks sky').
    private const int ShortTurn = 3;

    private const WordClass Grammar = WordClass.Function | WordClass.Filler | WordClass.Connector | WordClass.Backchannel | WordClass.AnyNumberWord
        | WordClass.Letter | WordClass.Month | WordClass.Weekday | WordClass.TimeUnit | WordClass.Asking | WordClass.Verb | WordClass.Ordinal;

    private readonly DetectionContext _context = context;
    private int _token;
    private int _phrase;
    private int _phraseEnd;

    /// <summary>Finds the next stretch of one turn to look at.</summary>
    /// <param name="from">First token of the stretch.</param>
    /// <param name="to">Token after its last.</param>
    /// <returns>False when there is none left.</returns>
    public bool Next(out int from, out int to)
    {
        var stream = _context.Stream;
        (from, to) = (-1, -1);
        for (; _token < stream.Count; _token++)
        {
            if (!IsLikely(_token))
            {
                continue;
            }
            int start = Math.Max(_token - Margin, stream.TurnStart(_token));
            if (from >= 0 && start > to)
            {
                return true;
            }
            from = from < 0 ? start : from;
            to = Math.Min(_token + Margin + 1, stream.TurnEnd(_token));
            if (to == stream.TurnEnd(_token))
            {
                ReadToEnd(to);
                return true;
            }
        }
        return from >= 0;
    }

    // The rest of the turn belongs to the stretch; the phrases are read on behind it.
    private void ReadToEnd(int end)
    {
        for (_token++; _token < end; _token++)
        {
            InPhrase(_token);
        }
    }

    private bool IsLikely(int index)
    {
        bool inPhrase = InPhrase(index);
        ref readonly var token = ref _context.Stream[index];
        if (token.Is(WordClass.HasDigit) || _context.IsClaimed(index))
        {
            return false;
        }
        if (inPhrase || isOpen)
        {
            return true;
        }
        if (_context.IsCased && token.Is(WordClass.Capitalized))
        {
            return !token.Is(WordClass.SentenceStart) && !token.Is(WordClass.Month | WordClass.Weekday | WordClass.Letter)
                || token.Is(WordClass.AnyName | WordClass.Place | WordClass.Unknown) || !token.Is(Grammar | WordClass.Common);
        }
        if (token.Is(WordClass.Unknown | WordClass.OrganizationHead | WordClass.StreetType))
        {
            return true;
        }
        bool isListed = token.Is(WordClass.FirstName | WordClass.Place) || token.Is(WordClass.LastName) && !token.Is(WordClass.AmbiguousName);
        if (isListed ? !token.Is(WordClass.Function) : !token.Is(Grammar | WordClass.Common | WordClass.Honorific | WordClass.Direction))
        {
            return true;
        }
        return !_context.IsCased && !token.Is(Grammar) && IsIntroduced(index);
    }

    // 'mister chambers', 'at pioneer trust', 'calling main street pharmacy': ordinary words may be a name there.
    private readonly bool IsIntroduced(int index)
    {
        var stream = _context.Stream;
        int start = stream.TurnStart(index);
        if (stream[index].Is(WordClass.LastName) && (index - start < ShortTurn || stream.TurnEnd(index) - index < ShortTurn))
        {
            return true;
        }
        if (index == start)
        {
            return false;
        }
        return stream[index - 1].Is(WordClass.Honorific) || stream.Text(index - 1) is "at" or "with" or "from" or "calling" or "called" or "for" or "by" or "is";
    }

    // True inside a phrase of a list of places or organisations. Must be asked for every token, in order.
    private bool InPhrase(int index)
    {
        var phrases = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_context.Phrases);
        for (; _phrase < phrases.Length && phrases[_phrase].Start <= index; _phrase++)
        {
            ref readonly var match = ref phrases[_phrase];
            if (match.End > _phraseEnd && IsNamed(match))
            {
                _phraseEnd = match.End;
            }
        }
        return index < _phraseEnd;
    }

    private static bool IsNamed(in PhraseMatch match) => match.Entry.Kind switch
    {
        LexiconKind.Organization => true,
        LexiconKind.City or LexiconKind.State or LexiconKind.Country or LexiconKind.Region => match.End > match.Start + 1,
        _ => false,
    };
}
