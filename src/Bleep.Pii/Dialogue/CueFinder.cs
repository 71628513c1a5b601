using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Dialogue;

/// <summary>Reads the cues of each turn and carries open questions into the turns that follow.</summary>
internal static class CueFinder
{
    // How long a question stays open while the other side answers in pieces.
    private const int MaxDistance = 6;
    private const int MaxTurns = 16;
    private const int MaxOpen = 4;
    private const int MaxConnectors = 8;

    public static DialogueCues Find(DetectionContext context)
    {
        var stream = context.Stream;
        var hits = new List<CueHit>();
        var hitStarts = new int[stream.TurnCount + 1];
        var expectations = new List<Expectation>();
        var expectationStarts = new int[stream.TurnCount + 1];
        var open = new List<OpenQuestion>();
        (Cue? Cue, int Turn) topic = default;
        for (int turn = 0; turn < stream.TurnCount; turn++)
        {
            hitStarts[turn] = hits.Count;
            expectationStarts[turn] = expectations.Count;
            if (!IsLight(context, turn))
            {
                for (int index = 0; index < open.Count; index++)
                {
                    open[index] = open[index] with { Age = open[index].Age + 1 };
                }
            }
            AddExpectations(stream, turn, open, expectations);
            bool asks = ReadTurn(context, turn, hits, out var spelling);
            Reopen(context, turn, hits, hitStarts[turn], asks, spelling, open);
            if (!asks && !spelling && topic.Cue is not null && turn - topic.Turn <= 2 && AsksBack(stream, turn))
            {
                open.Add(new OpenQuestion(topic.Cue, turn, Age: 0, IsSpelling: false, IsDangling: false));
            }
            topic = LastTopic(hits, hitStarts[turn], turn, topic);
        }
        hitStarts[^1] = hits.Count;
        expectationStarts[^1] = expectations.Count;
        return new DialogueCues(hits, hitStarts, expectations, expectationStarts);
    }

    private static void AddExpectations(TokenStream stream, int turn, List<OpenQuestion> open, List<Expectation> expectations)
    {
        open.RemoveAll(question => question.Age > MaxDistance || turn - question.Turn > MaxTurns);
        for (int index = open.Count - 1; index >= 0; index--)
        {
            var question = open[index];
            bool sameKnown = stream.Speakers[turn] is not null && stream.Speakers[turn] == stream.Speakers[question.Turn];
            if (!sameKnown || question.IsDangling)
            {
                expectations.Add(new Expectation(question.Cue, question.Turn, Math.Max(question.Age, 1), question.IsSpelling));
            }
        }
    }

    // Adds the turn's cues; true when the turn asks something.
    private static bool ReadTurn(DetectionContext context, int turn, List<CueHit> hits, out bool spelling)
    {
        var stream = context.Stream;
        int start = stream.TurnStarts[turn], end = stream.TurnStarts[turn + 1];
        spelling = false;
        bool asks = false;
        int lastAsking = -1;
        foreach (ref readonly var match in context.PhrasesOf(turn))
        {
            if (match.Entry.Kind == LexiconKind.SpellCue)
            {
                spelling |= AsksToSpell(stream, match, start, end);
            }
            if (match.Entry.Kind is not (LexiconKind.Topic or LexiconKind.LeadIn))
            {
                continue;
            }
            var cue = stream.Language.Cues[match.Entry.Data];
            bool leadIn = match.Entry.Kind == LexiconKind.LeadIn;
            int value = leadIn ? match.End : SkipConnectors(stream, match.End, end, out _);
            bool copula = leadIn || value > match.End && HasCopula(stream, match.End, value) || EndsWithColon(stream, match.End - 1);
            bool question = !leadIn && IsQuestion(stream, match, start, end, ref lastAsking);
            asks |= question;
            hits.Add(new CueHit(match.Start, match.End, value, cue, leadIn, copula, question));
        }
        return asks;
    }

    // 'can you spell that', 'that's spelled' at the end; not 'spelled l o w e r y', which answers itself.
    private static bool AsksToSpell(TokenStream stream, in PhraseMatch match, int start, int end)
    {
        if (end - match.End <= 3 && !(match.End < end && stream[match.End].Is(WordClass.Letter | WordClass.Unknown | WordClass.AnyNumberWord)))
        {
            return true;
        }
        for (int token = match.Start - 1; token >= start && match.Start - token <= 6; token--)
        {
            if (stream[token].Is(WordClass.Asking))
            {
                return true;
            }
        }
        return stream.Text(match.Start) is "spell" or "Spell" && match.Start - start <= 2;
    }

    private static bool EndsWithColon(TokenStream stream, int token) => stream[token].Is(WordClass.Comma) && !stream[token].Is(WordClass.SentenceEnd);

    private static bool HasCopula(TokenStream stream, int from, int to)
    {
        for (int token = from; token < to; token++)
        {
            if (stream[token].Is(WordClass.Connector))
            {
                return true;
            }
        }
        return false;
    }

    private static int SkipConnectors(TokenStream stream, int from, int end, out bool copula)
    {
        copula = false;
        int token = from;
        int limit = Math.Min(end, from + MaxConnectors);
        while (token < limit && stream[token].Is(WordClass.Connector | WordClass.Filler | WordClass.Marker))
        {
            copula |= stream[token].Is(WordClass.Connector);
            token++;
        }
        return token;
    }

    // 'and your zip code', 'what's the number', 'date of birth?'; not 'my zip code is'.
    private static bool IsQuestion(TokenStream stream, in PhraseMatch match, int start, int end, ref int lastAsking)
    {
        int before = match.Start - 1;
        bool mine = false;
        for (int token = before; token >= Math.Max(start, match.Start - 3); token--)
        {
            var text = stream.Text(token);
            if (text is "my" or "My" or "our" or "his" or "her")
            {
                mine = true;
                break;
            }
            if (text is "your" or "Your" or "the")
            {
                break;
            }
        }
        bool asking = false;
        for (int token = match.Start - 1; token >= start && token >= match.Start - 16 && !asking; token--)
        {
            if (stream[token].Is(WordClass.SentenceEnd) && token < match.Start - 1)
            {
                break;
            }
            asking = stream[token].Is(WordClass.Asking);
        }
        for (int token = match.End - 1; token < end && token < match.End + 12; token++)
        {
            if (stream[token].Is(WordClass.QuestionMark))
            {
                return true;
            }
            if (stream[token].Is(WordClass.SentenceEnd))
            {
                break;
            }
        }
        if (mine)
        {
            return false;
        }
        bool atEnd = match.End >= end - 2;
        bool yours = before >= start && stream.Text(before) is "your" or "Your" || before - 1 >= start && stream.Text(before - 1) is "your" or "Your";
        // 'and the name on the ticket'
        bool next = stream.Text(start) is "and" or "And" && match.Start - start is 1 or 2 && end - start <= 8;
        return asking || next || atEnd && (yours || match.Start - start <= 3);
    }

    private static void Reopen(
        DetectionContext context, int turn, List<CueHit> hits, int first, bool asks, bool spelling, List<OpenQuestion> open)
    {
        var stream = context.Stream;
        int turnEnd = stream.TurnStarts[turn + 1];
        bool replaced = false;
        for (int index = first; index < hits.Count; index++)
        {
            var hit = hits[index];
            bool dangling = (hit.IsLeadIn || hit.HasCopula) && hit.ValueStart >= turnEnd && hit.End > stream.TurnStarts[turn] + 1;
            if (!hit.IsQuestion && !dangling)
            {
                continue;
            }
            if (!replaced && asks)
            {
                open.Clear();
                replaced = true;
            }
            if (open.Count == MaxOpen)
            {
                open.RemoveAt(0);
            }
            open.Add(new OpenQuestion(hit.Cue, turn, Age: 0, IsSpelling: false, IsDangling: !hit.IsQuestion));
        }
        if (!spelling)
        {
            return;
        }
        if (open.Count == 0)
        {
            open.Add(new OpenQuestion(SpelledName, turn, Age: 0, IsSpelling: true, IsDangling: false));
        }
        else
        {
            open[^1] = open[^1] with { Turn = turn, Age = 0, IsSpelling = true };
        }
    }

    // What a speaker leaves dangling ('my number is') the same speaker goes on with in the next turn.
    private readonly record struct OpenQuestion(Cue Cue, int Turn, int Age, bool IsSpelling, bool IsDangling);

    // What was talked about last, so that 'and what's the new one' asks for it.
    private static (Cue? Cue, int Turn) LastTopic(List<CueHit> hits, int first, int turn, (Cue? Cue, int Turn) topic)
    {
        for (int index = first; index < hits.Count; index++)
        {
            if (!hits[index].IsLeadIn && hits[index].Cue.Shape is ValueShape.Digits or ValueShape.Code or ValueShape.Place or ValueShape.Email)
            {
                topic = (hits[index].Cue, turn);
            }
        }
        return topic;
    }

    private static bool AsksBack(TokenStream stream, int turn)
    {
        int start = stream.TurnStarts[turn], end = stream.TurnStarts[turn + 1];
        bool asks = false, refers = false;
        for (int token = start; token < end && end - start <= 10; token++)
        {
            asks |= stream.Text(token) is "what" or "what's" or "What" or "What's" or "which" or "ahead";
            refers |= stream.Text(token) is "one" or "it" or "that" or "ahead";
        }
        return asks && refers;
    }

    // Noise, fillers and acknowledgements do not use up a question.
    private static bool IsLight(DetectionContext context, int turn)
    {
        var stream = context.Stream;
        int start = stream.TurnStarts[turn], end = stream.TurnStarts[turn + 1];
        if (end - start > 6)
        {
            return false;
        }
        for (int token = start; token < end; token++)
        {
            if (!stream[token].Is(WordClass.Filler | WordClass.Backchannel) && !(end - start == 1 && stream.Texts[turn].StartsWith('[')))
            {
                return false;
            }
        }
        return true;
    }

    private static Cue SpelledName { get; } = new(Policies.PiiPolicies.PersonName, ValueShape.Name, "spell that");
}
