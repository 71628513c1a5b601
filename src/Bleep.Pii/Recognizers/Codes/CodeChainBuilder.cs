using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.SpokenForms;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>Joins the runs of a document into chains.</summary>
internal sealed class CodeChainBuilder
{
    private const int MaxGap = 6;
    private const int MaxTurns = 5;
    private const int MaxLightTurn = 8;

    // A chain that goes on for ever is hostile input or a list of numbers; either way a new one can begin.
    private const int MaxChars = 64;

    private readonly DetectionContext _context;
    private readonly TokenStream _stream;
    private readonly ulong[] _light;

    private CodeChainBuilder(DetectionContext context)
    {
        _context = context;
        _stream = context.Stream;
        _light = new ulong[_stream.Count / 64 + 1];
        foreach (ref readonly var match in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Phrases))
        {
            if (match.Entry.Kind is LexiconKind.Acknowledgement or LexiconKind.Repair)
            {
                for (int token = match.Start; token < match.End; token++)
                {
                    _light[token >> 6] |= 1UL << (token & 63);
                }
            }
        }
    }

    public static List<CodeChain> Build(DetectionContext context)
    {
        var builder = new CodeChainBuilder(context);
        var chains = new List<CodeChain>();
        CodeChain? current = null;
        int last = -1;
        var runs = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(context.Runs.Runs);
        for (int index = 0; index < runs.Length; index++)
        {
            ref readonly var run = ref runs[index];
            if (run.Digits == 0 && run.Letters < 2 && run.Length < 2 || context.IsClaimed(run.TokenStart) && context.IsClaimed(run.TokenEnd - 1))
            {
                continue;
            }
            bool joins = current is not null && current.Chars.Length < MaxChars && builder.Joins(runs[last], run);
            if (!joins)
            {
                current = new CodeChain();
                chains.Add(current);
            }
            bool repeats = joins && builder.Repeats(current!, runs[current!.Runs[0]], run);
            current!.Add(index, run, context.Runs, repeats);
            last = index;
        }
        return chains;
    }

    private bool Joins(in CodeRun left, in CodeRun right)
    {
        int leftTurn = _stream[left.TokenStart].Turn, rightTurn = _stream[right.TokenStart].Turn;
        // Letters alone are a spelling: they join numbers only in one breath.
        bool spelled = left.Digits == 0 || right.Digits == 0;
        if (leftTurn == rightTurn)
        {
            // '… four four one nine and the one ending in'
            if (right.Length == 1 && _stream.Text(right.TokenStart - 1) is "the" or "that" or "this" or "which")
            {
                return false;
            }
            return right.TokenStart - left.TokenEnd <= (spelled ? 2 : MaxGap) && (IsLight(left.TokenEnd, right.TokenStart) || IsMisheardDigit(left, right))
                && !(left.IsQuantity || _context.IsClaimed(left.TokenStart));
        }
        if (rightTurn - leftTurn > MaxTurns || left.IsQuantity || spelled && !_stream.MayBeSameSpeaker(leftTurn, rightTurn))
        {
            return false;
        }
        for (int turn = leftTurn + 1; turn < rightTurn; turn++)
        {
            int start = _stream.TurnStarts[turn], end = _stream.TurnStarts[turn + 1];
            if (end - start > MaxLightTurn || !IsLight(start, end))
            {
                return false;
            }
        }
        int head = _stream.TurnStarts[rightTurn], tail = _stream.TurnStarts[leftTurn + 1];
        return tail - left.TokenEnd <= MaxGap && IsLight(left.TokenEnd, tail) && right.TokenStart - head <= MaxGap && IsLight(head, right.TokenStart);
    }

    // 'four five three mind one four eight eight': one ordinary word in a row of digits is a digit that was heard wrongly.
    private bool IsMisheardDigit(in CodeRun left, in CodeRun right)
    {
        ref readonly var between = ref _stream[left.TokenEnd];
        return _context.Sensitivity != Sensitivity.Readable && right.TokenStart - left.TokenEnd == 1 && left.DigitAtoms >= 3 && right.DigitAtoms >= 3
            && !between.Is(WordClass.Function | WordClass.Currency | WordClass.TimeUnit | WordClass.SentenceEnd | WordClass.Comma | WordClass.StreetType | WordClass.Marker);
    }

    private bool Repeats(CodeChain chain, in CodeRun first, in CodeRun run)
    {
        int turn = _stream[run.TokenStart].Turn, firstTurn = _stream[first.TokenStart].Turn;
        bool other = _stream.Speakers[turn] is not null && _stream.Speakers[turn] != _stream.Speakers[firstTurn];
        var chars = _context.Runs.CharsOf(run);
        return other || turn != firstTurn && chars.Length >= 2 && chain.Chars.EndsWith(chars);
    }

    private bool IsLight(int from, int to)
    {
        for (int token = from; token < to; token++)
        {
            bool light = (_light[token >> 6] & (1UL << (token & 63))) != 0
                || _stream[token].Is(WordClass.Filler | WordClass.Backchannel | WordClass.Correction | WordClass.Symbol)
                || _stream.Text(token) is "it's" or "is" or "that's" or "the" or "last" or "four" or "digits" or "number" or "extension" or "ext";
            if (!light)
            {
                return false;
            }
        }
        return true;
    }
}
