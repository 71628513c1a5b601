using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>
/// Stretches in which somebody dictates letters, digits and signs. Recognisers write ordinary words for many of them ('why' for y,
/// 'we for love' for 'l for love'), which breaks the code in pieces that no other recogniser takes; but nobody says a dozen letters
/// and digits in a few seconds for another reason. What is dense enough goes from its first to its last sign.
/// </summary>
internal sealed class DictatedCodeRecognizer : IRecognizer
{
    /// <summary>Words in a row that are no sign, at most.</summary>
    private const int MaxGap = 4;

    /// <summary>Weight of the signs of a stretch, at least.</summary>
    private const int MinWeight = 5;

    /// <summary>Weight that only letters, sign words and 'as in' bring, at least, in a stretch with letters.</summary>
    private const int MinLetterWeight = 3;

    /// <summary>Weight of digits alone, at least, in a stretch without letters: a time or an amount has fewer.</summary>
    private const int MinDigitWeight = 8;

    /// <summary>Words of an address, at most.</summary>
    private const int MaxAddressWords = 7;

    /// <summary>Words that sound like signs, at most, that are taken at either end.</summary>
    private const int MaxEnds = 2;

    /// <summary>Confidence under which a word may have been a letter.</summary>
    private const float Doubt = 0.3f;

    public string Name => "dictated";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable || context.IsCased)
        {
            return;
        }
        for (int turn = 0; turn < context.Stream.TurnCount; turn++)
        {
            int limit = context.Stream.TurnStarts[turn + 1];
            for (int token = context.Stream.TurnStarts[turn]; token < limit; token++)
            {
                if (IsAddressEnd(context.Stream, token))
                {
                    Address(context, token + 1);
                }
            }
            for (int token = context.Stream.TurnStarts[turn]; token < limit;)
            {
                token = SignAt(context, token, limit).Weight > 0 ? Read(context, token, limit) : token + 1;
            }
        }
    }

    // 'hash it that locker@gmail.com' for 'takashi dot walker at …': an address's end is heard best; what stands before it is its beginning.
    private void Address(DetectionContext context, int end)
    {
        var stream = context.Stream;
        int start = end - 1;
        while (end - start <= MaxAddressWords && start > stream.TurnStart(end - 1) && !EndsAddress(context, start - 1))
        {
            start--;
        }
        if (end - start > 1)
        {
            context.Add(start, end, PiiPolicies.EmailAddress, 0.56, Name, "address");
        }
    }

    private static bool EndsAddress(DetectionContext context, int token)
    {
        ref readonly var current = ref context.Stream[token];
        return context.Stream.Confidence(token) >= Doubt && context.Stream.Text(token) is "is" or "to" or "it's" or "its" or "my" or "our" or "okay" or "i" or "me" or "this" or "and" or "but" or "in"
            || current.Is(WordClass.Possessor) || context.PhraseEndAt(token, LexiconKind.Topic) > 0;
    }

    private static bool IsAddressEnd(TokenStream stream, int token) => stream.Timings[stream[token].Turn] is not null
        && (stream.Text(token).IndexOf('.') > 0 || stream.Text(token) is "com" && token > stream.TurnStart(token) + 1);

    // Reads the stretch that begins here; returns where to go on.
    private int Read(DetectionContext context, int start, int limit)
    {
        int end = start, letters = 0, digits = 0, gaps = 0, gap = 0;
        for (int token = start; token < limit && gap <= MaxGap;)
        {
            var sign = SignAt(context, token, limit);
            if (sign.Weight == 0)
            {
                if (StartsClause(context, token) || IsSure(context, token))
                {
                    break;
                }
                gap += SoundsLikeSign(context, token) ? 0 : 1;
                token++;
                continue;
            }
            gaps += gap;
            gap = 0;
            letters += sign.IsLetter ? sign.Weight : 0;
            digits += sign.IsLetter ? 0 : sign.Weight;
            token = end = sign.End;
        }
        bool spells = letters >= MinLetterWeight && letters + digits >= MinWeight;
        if ((spells || digits >= MinDigitWeight) && gaps <= letters + digits)
        {
            int from = WidenBack(context, start), to = WidenOn(context, end, limit);
            var (policy, cue) = PolicyOf(context, from, to, letters > digits);
            context.Add(from, to, policy, context.Sensitivity == Sensitivity.Strict ? 0.7 : 0.58, Name, cue);
        }
        return end;
    }

    // A letter by itself, a word of the spelling alphabet, a digit, a sign word, 'as in' with its word.
    private static (int End, int Weight, bool IsLetter) SignAt(DetectionContext context, int token, int limit)
    {
        var stream = context.Stream;
        ref readonly var current = ref stream[token];
        if (IsAsIn(stream, token, limit))
        {
            return (token + (stream.Text(token) is "as" ? 3 : 2), 3, true);
        }
        bool ordinary = current.Is(WordClass.Common | WordClass.Function | WordClass.Backchannel);
        if (IsLetter(stream, token) || current.Is(WordClass.Nato | WordClass.EmailDomain | WordClass.Multiplier) && !current.Is(WordClass.AnyName)
            || current.Is(WordClass.Symbol) && !ordinary || stream.Text(token) is "dot" or "com" or "org" or "net")
        {
            return (token + 1, 1, true);
        }
        if (current.Is(WordClass.DigitHomophone) && !current.Is(WordClass.Function))
        {
            return (token + 1, 1, false);
        }
        return current.Is(WordClass.Digit | WordClass.Tens | WordClass.Teen) && !IsQuantity(stream, token, limit) ? (token + 1, 1, false) : (token + 1, 0, false);
    }

    // 'as in' with whatever word follows; 'for' and 'like' only after a letter.
    private static bool IsAsIn(TokenStream stream, int token, int limit)
    {
        if (token + 1 >= limit)
        {
            return false;
        }
        bool spelled = stream.Text(token) is "as" && stream.Text(token + 1) is "in" or "an" && token + 2 < limit;
        return spelled || stream.Text(token) is "for" or "like" && token > stream.TurnStart(token) && MayBeLetter(stream, token - 1)
            && !stream[token + 1].Is(WordClass.Function | WordClass.AnyNumberWord);
    }

    private static bool MayBeLetter(TokenStream stream, int token) =>
        IsLetter(stream, token) || stream.Confidence(token) < Doubt || stream[token].Is(WordClass.LetterHomophone) && !stream[token].Is(WordClass.Function);

    private static bool IsLetter(TokenStream stream, int token) =>
        stream[token].Is(WordClass.Letter) && stream[token].End - stream[token].Start == 1 && stream.Text(token) is not ("a" or "i");

    // What was written and is no sign is not part of a code: 'dot c s v and there's another one'.
    private static bool IsSure(DetectionContext context, int token) =>
        !context.Stream.IsHeard && !SoundsLikeSign(context, token) && !context.Stream[token].Is(WordClass.Filler);

    // 'my number is', 'please': the code is over, or another begins.
    private static bool StartsClause(DetectionContext context, int token) =>
        context.Stream[token].Is(WordClass.Possessor | WordClass.Backchannel) || context.Stream.Text(token) is "please" or "i'm" or "i've"
        || context.PhraseEndAt(token, LexiconKind.Topic) > 0 || context.PhraseEndAt(token, LexiconKind.LeadIn) > 0;

    private static bool IsQuantity(TokenStream stream, int token, int limit) =>
        token + 1 < limit && stream[token + 1].Is(WordClass.TimeUnit | WordClass.Currency | WordClass.Scale);

    private static int WidenBack(DetectionContext context, int start)
    {
        int from = start;
        while (start - from < MaxEnds && from > context.Stream.TurnStart(start) && SoundsLikeSign(context, from - 1))
        {
            from--;
        }
        return from;
    }

    private static int WidenOn(DetectionContext context, int end, int limit)
    {
        int to = end;
        while (to - end < MaxEnds && to < limit && SoundsLikeSign(context, to))
        {
            to++;
        }
        return to;
    }

    private static bool SoundsLikeSign(DetectionContext context, int token) =>
        context.Stream[token].Is(WordClass.LetterHomophone | WordClass.DigitHomophone | WordClass.Symbol) && context.PhraseEndAt(token, LexiconKind.Topic) < 0;

    private static (PiiPolicy Policy, string? Cue) PolicyOf(DetectionContext context, int from, int to, bool mostlyLetters)
    {
        int turn = context.Stream[from].Turn;
        Cue? cue = null;
        foreach (ref readonly var hit in context.Cues.HitsBefore(turn, from + 1))
        {
            cue = IsDictated(hit.Cue) ? hit.Cue : cue;
        }
        if (cue is not null)
        {
            return (cue.Policy, cue.Text);
        }
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (IsDictated(expectation.Cue))
            {
                return (expectation.Cue.Policy, expectation.Cue.Text);
            }
        }
        foreach (var candidate in context.Candidates)
        {
            if (candidate.TokenStart < to && candidate.TokenEnd > from && candidate.Score >= 0.5)
            {
                return (candidate.Policy, candidate.Cue);
            }
        }
        return (mostlyLetters ? PiiPolicies.PersonName : PiiPolicies.NumberSequence, null);
    }

    private static bool IsDictated(Cue cue) => cue.Shape is ValueShape.Code or ValueShape.Digits or ValueShape.Email or ValueShape.Url or ValueShape.Name;
}
