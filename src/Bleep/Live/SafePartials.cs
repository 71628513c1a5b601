using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Languages;
using Bleep.Pii.Redaction;
using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>
/// Decides what of an unfinished turn may be shown. A later word can make an earlier one private ('lowery … is my last name'), so detection on
/// the words so far is not enough. Shown are only ordinary words that are nothing else (<see cref="SpokenWords.IsPlain"/>), some words after
/// they were said, and only where even the strict detector sees nothing; all others wait for the end of the turn behind a mark.
/// </summary>
/// <param name="finder">Decides what is private in turns that are over.</param>
/// <param name="redactor">Replaces what is private.</param>
/// <param name="formatter">Leaves the words as they are.</param>
internal sealed class SafePartials(PersonalDataFinder finder, TranscriptRedactor redactor, TranscriptFormatter formatter)
{
    /// <summary>Stands for a word that is not decided yet; says nothing of its length.</summary>
    public const string Undecided = "…";

    /// <summary>Words at the end that are never shown.</summary>
    private const int HeldWords = 4;

    /// <summary>Ordinary words beside an undecided one that may be part of the same value.</summary>
    private const int Reach = 2;

    private readonly PersonalDataFinder _strict = new(finder.Options with { Sensitivity = Sensitivity.Strict })
    {
        Lexicon = finder.Lexicon,
        StaticTerms = finder.StaticTerms,
    };

    private readonly SpokenWords _vocabulary = SpokenWords.For(finder.Options.Language);

    /// <summary>The part of a turn that may be shown.</summary>
    public RedactedTurn Show(IReadOnlyList<Word> words, LiveContext context, CancellationToken cancellationToken)
    {
        var turn = new Turn(words);
        var spans = LiveRedactor.Find(_strict, context, turn, cancellationToken);
        bool[] isPrivate = new bool[words.Count];
        foreach (var span in spans)
        {
            isPrivate.AsSpan(span.Words.Start, span.Words.Length).Fill(true);
        }
        bool[] isHeld = Hold(words, isPrivate);
        int end = EndOfShown([.. isHeld.Zip(isPrivate, (held, found) => held || found)]);
        var shown = redactor.Redact(formatter.Format(new Transcript([turn]), cancellationToken), spans)[0];
        return shown with
        {
            Words =
            [
                .. shown.Words.Where(word => word.Source.End <= end).Select(word =>
                    word.Redaction is null && IsAny(isHeld, word.Source) ? word with { Text = Undecided } : word),
            ],
        };
    }

    /// <summary>
    /// Where the shown words end: before the last words, and before a run of telling words that may still go on, with what leads to it.
    /// </summary>
    private static int EndOfShown(bool[] isTelling)
    {
        int end = isTelling.Length - HeldWords;
        int start = Array.LastIndexOf(isTelling, true);
        if (start >= end - Reach)
        {
            for (int index = start - 1; index >= 0 && start - index <= Reach + 1; index--)
            {
                start = isTelling[index] ? index : start;
            }
            end = Math.Min(end, start - HeldWords);
        }
        return Math.Max(0, end);
    }

    private bool[] Hold(IReadOnlyList<Word> words, bool[] isPrivate)
    {
        bool[] isHeld = [.. words.Select(word => !_vocabulary.IsPlain(word.Text))];
        bool[] isTelling = [.. isHeld.Zip(isPrivate, (held, found) => held || found)];
        for (int index = 0; index < isHeld.Length; index++)
        {
            bool isBefore = IsAny(isTelling, new WordRange(index - Reach, index));
            bool isAfter = IsAny(isTelling, new WordRange(index + 1, index + 1 + Reach));
            isHeld[index] |= (isBefore && isAfter) || ((isBefore || isAfter) && _vocabulary.IsHomophone(words[index].Text));
        }
        return isHeld;
    }

    private static bool IsAny(bool[] marks, WordRange range) =>
        marks.AsSpan(Math.Clamp(range.Start, 0, marks.Length)..Math.Clamp(range.End, 0, marks.Length)).Contains(true);
}
