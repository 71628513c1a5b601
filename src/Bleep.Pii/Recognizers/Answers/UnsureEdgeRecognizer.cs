using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Answers;

/// <summary>
/// The ends of numbers and codes that a recogniser heard in part: 'suit and nine h j' for 'two n nine h j'. Words right beside a code, said
/// in one breath with it, belong to it when the recogniser doubts them, or half doubts them and they sound like a letter or a digit.
/// </summary>
internal sealed class UnsureEdgeRecognizer : IRecognizer
{
    private const float HalfDoubt = 0.9f;
    private const int MaxWords = 3;
    private const int MaxPauseMs = 150;

    /// <summary>Tokens of a code, at least, before anything beside it counts as part of it.</summary>
    private const int MinCode = 3;

    public string Name => "edge";

    public void Find(DetectionContext context)
    {
        if (context.Sensitivity == Sensitivity.Readable)
        {
            return;
        }
        var codes = context.Candidates.FindAll(IsCode);
        foreach (var code in codes)
        {
            if (context.Stream.Timings[context.Stream[code.TokenStart].Turn] is not null)
            {
                int from = Back(context, code.TokenStart), to = On(context, code.TokenEnd);
                // 'let me read that back four seven six': words that are no recogniser's guess are what they say.
                (from, to) = context.Stream.IsHeard ? WholeTurn(context, from, to) : (from, to);
                if (from < code.TokenStart || to > code.TokenEnd)
                {
                    context.Add(from, to, code.Policy, Math.Min(code.Score, 0.55), Name, code.Cue);
                }
            }
        }
    }

    private static bool IsCode(Candidate candidate) =>
        candidate.Recognizer is "code" or "spelling" or "dictated" && candidate.TokenEnd - candidate.TokenStart >= MinCode && candidate.Score >= 0.5;

    private static int Back(DetectionContext context, int start)
    {
        var stream = context.Stream;
        int token = start;
        while (start - token < MaxWords && token > stream.TurnStart(start) && Gap(stream, token - 1) <= MaxPauseMs && Belongs(context, token - 1))
        {
            token--;
        }
        return token;
    }

    private static int On(DetectionContext context, int end)
    {
        var stream = context.Stream;
        int token = end;
        while (token - end < MaxWords && token < stream.TurnEnd(end - 1) && Gap(stream, token - 1) <= MaxPauseMs && Belongs(context, token))
        {
            token++;
        }
        return token;
    }

    // 'five eight three mine too': a turn that is mostly a code is all code.
    private static (int From, int To) WholeTurn(DetectionContext context, int from, int to)
    {
        int limit = context.Stream.TurnEnd(from);
        int start = AnswerShape.SkipLight(context, context.Stream.TurnStart(from), from);
        int end = AnswerShape.TrimEnd(context, to, limit);
        bool isMost = (to - from) * 5 >= (end - start) * 3 && from - start <= MaxWords && end - to <= MaxWords;
        return isMost && !AnswerShape.HasClause(context, start, from) && !HasCue(context, start, end) ? (Math.Min(start, from), Math.Max(end, to)) : (from, to);
    }

    private static bool HasCue(DetectionContext context, int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            if (context.PhraseEndAt(token, LexiconKind.Topic) > 0 || context.Stream[token].Is(WordClass.Verb | WordClass.Possessor | WordClass.TimeUnit | WordClass.Currency | WordClass.DayPart))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Belongs(DetectionContext context, int token)
    {
        ref readonly var current = ref context.Stream[token];
        if (context.PhraseEndAt(token, LexiconKind.Topic) > 0 || context.PhraseEndAt(token, LexiconKind.LeadIn) > 0 || current.Is(WordClass.Marker))
        {
            return false;
        }
        float confidence = context.Stream.Confidence(token);
        return confidence < HalfDoubt && current.Is(WordClass.LetterHomophone | WordClass.DigitHomophone | WordClass.Letter | WordClass.Symbol);
    }

    /// <summary>Silence after a token, in milliseconds.</summary>
    private static int Gap(TokenStream stream, int token)
    {
        var timing = stream.Timings[stream[token].Turn]!;
        return timing[stream[token + 1].Word].StartMs - timing[stream[token].Word].EndMs;
    }
}
