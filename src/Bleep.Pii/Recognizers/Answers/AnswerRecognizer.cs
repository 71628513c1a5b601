using Bleep.Pii.Detection;
using Bleep.Pii.Dialogue;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>
/// Makes private what the dialogue announces, whatever words the recogniser wrote: the value after 'my name is', the answer to
/// 'could you spell that'. How far it goes depends on the sensitivity; in <see cref="Sensitivity.Readable"/> it takes only
/// words that look like the value.
/// </summary>
internal sealed class AnswerRecognizer : IRecognizer
{
    private const float Doubt = 0.5f;
    private const int MaxDoubted = 14;

    public string Name => "expectation";

    public void Find(DetectionContext context)
    {
        for (int turn = 0; turn < context.Stream.TurnCount; turn++)
        {
            LeadIns(context, turn);
            if (context.Stream.TurnStarts[turn + 1] > context.Stream.TurnStarts[turn])
            {
                Answer(context, turn);
            }
        }
    }

    private void LeadIns(DetectionContext context, int turn)
    {
        int limit = context.Stream.TurnStarts[turn + 1];
        foreach (ref readonly var hit in context.Cues.HitsOf(turn))
        {
            if (hit.IsQuestion && hit.Cue.Shape == ValueShape.Email && context.Sensitivity != Sensitivity.Readable)
            {
                Tail(context, hit, limit);
            }
            if (hit.ValueStart >= limit || !hit.IsLeadIn && !hit.HasCopula || context.Stream[hit.End - 1].Is(WordClass.SentenceEnd))
            {
                continue;
            }
            // 'what is your name' has its 'is' before the topic; 'your name is' announces all the same.
            Value(context, hit.Cue, hit.ValueStart, limit, hit.IsLeadIn ? 0.08 : 0);
        }
    }

    // Without a change of speaker the answer stands in the same turn: 'what is your email address it's david at …'.
    private void Tail(DetectionContext context, in CueHit hit, int limit)
    {
        foreach (ref readonly var later in context.Cues.HitsAfter(context.Stream[hit.Start].Turn, hit.End))
        {
            if (later.Start > hit.End && later.IsQuestion)
            {
                limit = later.Start;
                break;
            }
        }
        int start = AnswerShape.SkipLight(context, hit.End, limit);
        if (limit - start is >= 2 and <= 30 && AnswerShape.HasAddressSign(context, start, limit))
        {
            TakeAll(context, hit.Cue, start, limit, hit.Cue.Text);
        }
    }

    private void Value(DetectionContext context, Cue cue, int start, int limit, double bonus)
    {
        switch (cue.Shape)
        {
            case ValueShape.Name when cue.Policy == PiiPolicies.PersonName:
                TakeName(context, cue, start, limit, 0.8 + bonus);
                break;
            case ValueShape.Name:
                if (!TakePhrase(context, cue, start, limit, 0.62 + bonus, NamePhrase.Organization) && (bonus == 0 && IsAsked(context, cue, start) || cue.Policy == PiiPolicies.Project || IsGreeting(cue) && context.Sensitivity != Sensitivity.Readable))
                {
                    TakeOrdinary(context, cue, start, limit);
                }
                break;
            case ValueShape.Place:
                TakePhrase(context, cue, start, limit, 0.66 + bonus, NamePhrase.Place);
                break;
            case ValueShape.Digits when bonus == 0 && context.Sensitivity != Sensitivity.Readable && limit - start <= 6:
                TakeNumberTail(context, cue, start, limit);
                break;
            case ValueShape.Code:
                TakeCode(context, cue, start, limit);
                break;
            default:
                break;
        }
    }

    private void Answer(DetectionContext context, int turn)
    {
        var stream = context.Stream;
        int limit = stream.TurnStarts[turn + 1];
        int start = AnswerShape.SkipLight(context, stream.TurnStarts[turn], limit);
        if (start >= limit || AnswerShape.IsRefusal(context, turn))
        {
            return;
        }
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (Take(context, expectation, start, limit))
            {
                return;
            }
        }
    }

    private bool Take(DetectionContext context, in Expectation expectation, int start, int limit)
    {
        var cue = expectation.Cue;
        bool next = expectation.Distance <= 2;
        int length = limit - start;
        bool generous = context.Sensitivity != Sensitivity.Readable;
        if (expectation.IsSpelling && cue.Shape is ValueShape.Name or ValueShape.Email or ValueShape.Place or ValueShape.Code)
        {
            // Spelled letters are what recognisers hear worst: the whole answer goes.
            return generous && expectation.Distance <= 3 && length <= 40 && !(cue.Shape == ValueShape.Email && IsAddressOver(context, expectation.AskedInTurn, start, limit))
                && TakeAll(context, cue, start, limit, "spell");
        }
        switch (cue.Shape)
        {
            case ValueShape.Name when cue.Policy == PiiPolicies.PersonName:
                return next && TakeName(context, cue, start, limit, expectation.Distance == 1 ? 0.8 : 0.7)
                    || generous && expectation.Distance == 1 && TakeMisheardName(context, cue, start, limit);
            case ValueShape.Name:
                return next && (TakePhrase(context, cue, start, limit, 0.6, NamePhrase.Organization) || generous && TakeOrdinary(context, cue, start, limit));
            case ValueShape.Email:
                return generous && expectation.Distance <= 3 && length <= 40 && !IsAddressOver(context, expectation.AskedInTurn, start, limit)
                    && TakeAll(context, cue, start, limit, cue.Text);
            case ValueShape.Place:
                return expectation.Distance <= 4 && TakePlaceAnswer(context, cue, start, limit);
            case ValueShape.Digits or ValueShape.Date when generous:
                return expectation.Distance <= 4 && TakeNumberAnswer(context, cue, start, limit) || next && TakeDoubted(context, cue, start, limit);
            case ValueShape.Code:
                return next && (TakeCodeAnswer(context, cue, start, limit, generous) || generous && TakeDoubted(context, cue, start, limit));
            case ValueShape.Word:
                return next && length <= 6 && TakePhrase(context, cue, start, limit, 0.55, NamePhrase.Any);
            default:
                return false;
        }
    }

    private bool TakeName(DetectionContext context, Cue cue, int start, int limit, double score)
    {
        var (from, to, certain) = AnswerShape.Name(context, start, limit);
        if (to <= from)
        {
            return false;
        }
        double found = certain ? score + 0.1 : context.Sensitivity == Sensitivity.Readable || cue.IsWeak ? 0 : score - 0.2;
        if (found <= 0)
        {
            return false;
        }
        context.Add(from, to, cue.Policy, Math.Min(found, 0.97), Name, cue.Text, spreads: certain);
        return true;
    }

    // Nothing in the answer looks like a name, and yet it is one: 'see or some with he' for 'chrysostom with e'.
    private bool TakeMisheardName(DetectionContext context, Cue cue, int start, int limit)
    {
        int end = AnswerShape.BeforeSpelling(context, start, limit);
        if (end - start is < 1 or > 5 || AnswerShape.IsAllGrammar(context, start, end) || context.AnyClaimed(start, end))
        {
            return false;
        }
        context.Add(start, end, cue.Policy, 0.53, Name, cue.Text);
        return true;
    }

    private bool TakePhrase(DetectionContext context, Cue cue, int start, int limit, double score, NamePhrase kind)
    {
        var (from, to, certain) = AnswerShape.Phrase(context, start, limit, kind);
        if (to <= from || !certain)
        {
            return false;
        }
        context.Add(from, to, cue.Policy, score, Name, cue.Text);
        return true;
    }

    // What follows these is the name of the place that was called, whatever words it is made of.
    private static bool IsGreeting(Cue cue) =>
        cue.Text.EndsWith("for calling", StringComparison.Ordinal) || cue.Text.EndsWith("reached", StringComparison.Ordinal) || cue.Text == "on behalf of";

    private static bool IsAsked(DetectionContext context, Cue cue, int token)
    {
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(context.Stream[token].Turn))
        {
            if (expectation.Cue.Policy == cue.Policy && expectation.Distance <= 2)
            {
                return context.Sensitivity != Sensitivity.Readable;
            }
        }
        return false;
    }

    // A company may be called 'fossil' or 'target': as an answer, ordinary words are its name.
    private bool TakeOrdinary(DetectionContext context, Cue cue, int start, int limit)
    {
        int end = AnswerShape.Ordinary(context, start, limit);
        if (end <= start)
        {
            return false;
        }
        context.Add(start, end, cue.Policy, 0.56, Name, cue.Text, spreads: true);
        return true;
    }

    private bool TakeAll(DetectionContext context, Cue cue, int start, int limit, string reason)
    {
        int end = AnswerShape.TrimEnd(context, start, limit);
        if (end <= start || AnswerShape.IsAllGrammar(context, start, end) || AnswerShape.IsAboutSpelling(context, start, end))
        {
            return false;
        }
        context.Add(start, end, cue.Policy, context.Sensitivity == Sensitivity.Strict ? 0.7 : 0.6, Name, reason);
        return true;
    }

    // Once an address was given, only what looks like one still belongs to it.
    private static bool IsAddressOver(DetectionContext context, int askedIn, int start, int limit)
    {
        for (int turn = askedIn; turn < context.Stream[start].Turn; turn++)
        {
            string text = context.Stream.Texts[turn];
            int dot = text.IndexOf('.', StringComparison.Ordinal);
            bool isWritten = dot > 0 && dot + 1 < text.Length && char.IsLetter(text[dot - 1]) && char.IsLetter(text[dot + 1]);
            if (isWritten || text.Contains(" dot ", StringComparison.Ordinal))
            {
                return !SpellsAddress(context.Stream, start, limit);
            }
        }
        return false;
    }

    // 'me', 'is' and 'so' are no sign here, though addresses end in them.
    private static bool SpellsAddress(TokenStream stream, int start, int limit)
    {
        for (int token = start; token < limit; token++)
        {
            bool isMailService = stream[token].Is(WordClass.EmailDomain) && !stream[token].Is(WordClass.Function);
            if (isMailService || stream.Text(token).IndexOfAny('.', '@') >= 0 || stream.Text(token) is "at" or "dot" or "underscore" or "dash")
            {
                return true;
            }
        }
        return false;
    }

    // 'they get to my an exorcism' for 'a q two nine x s m': a code was asked for, and the recogniser doubts what it wrote.
    private bool TakeDoubted(DetectionContext context, Cue cue, int start, int limit)
    {
        int doubted = 0;
        for (int token = start; token < limit; token++)
        {
            doubted += context.Stream.Confidence(token) < Doubt ? 1 : 0;
        }
        return limit - start <= MaxDoubted && doubted * 2 >= limit - start && TakeAll(context, cue, start, limit, cue.Text);
    }

    private bool TakePlaceAnswer(DetectionContext context, Cue cue, int start, int limit)
    {
        var (from, to) = AnswerShape.Address(context, start, limit);
        if (to <= from)
        {
            return false;
        }
        context.Add(from, to, cue.Policy, 0.62, Name, cue.Text);
        return true;
    }

    private bool TakeNumberAnswer(DetectionContext context, Cue cue, int start, int limit)
    {
        var (from, to) = AnswerShape.Number(context, start, limit);
        if (to <= from && context.Stream.Timings[context.Stream[start].Turn] is not null)
        {
            // 'us so seven five' for 'oh seven five': a few words that a recogniser wrote for a short number.
            (from, to) = AnswerShape.ShortNumber(context, start, limit);
        }
        if (to <= from)
        {
            return false;
        }
        context.Add(from, to, cue.Policy, 0.6, Name, cue.Text);
        return true;
    }

    // 'my phone number is one forward to': a short rest of the turn that begins as a number is one to its end.
    private void TakeNumberTail(DetectionContext context, Cue cue, int start, int limit)
    {
        int end = AnswerShape.TrimEnd(context, start, limit);
        ref readonly var first = ref context.Stream[start];
        if (end - start >= 2 && first.Is(WordClass.AnyNumberWord | WordClass.HasDigit) && !AnswerShape.HasClause(context, start, end))
        {
            context.Add(start, end, cue.Policy, 0.58, Name, cue.Text);
        }
    }

    // 'my password is blue monkey seventy two'
    private void TakeCode(DetectionContext context, Cue cue, int start, int limit)
    {
        if (cue.Policy == PiiPolicies.Password || cue.Policy == PiiPolicies.Username || cue.Policy == PiiPolicies.Filename)
        {
            int end = AnswerShape.Secret(context, start, limit);
            if (end > start)
            {
                context.Add(start, end, cue.Policy, 0.72, Name, cue.Text);
            }
        }
    }

    private bool TakeCodeAnswer(DetectionContext context, Cue cue, int start, int limit, bool generous)
    {
        if (cue.Policy == PiiPolicies.Password || cue.Policy == PiiPolicies.Username)
        {
            int end = AnswerShape.Secret(context, start, limit);
            if (end > start && limit - start <= 12)
            {
                context.Add(start, end, cue.Policy, 0.62, Name, cue.Text);
                return true;
            }
        }
        return generous && TakeNumberAnswer(context, cue, start, limit);
    }
}
