using Bleep.Pii.Detection;
using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Dialogues;

/// <summary>Finds the personal data of a dialogue, whether its turns are words or text. Thread-safe.</summary>
/// <param name="finder">Decides what is private.</param>
public sealed class DialogueDetector(PersonalDataFinder finder)
{
    /// <summary>Finds the spans of every turn.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One list a turn, in the order of their start.</returns>
    public IReadOnlyList<IReadOnlyList<DialogueFinding>> Detect(Dialogue dialogue, CancellationToken cancellationToken = default)
    {
        var findings = new List<DialogueFinding>[dialogue.Turns.Count];
        for (int index = 0; index < findings.Length; index++)
        {
            findings[index] = [];
        }
        bool isAllWords = dialogue.Turns.All(turn => turn.Words is not null);
        var spans = isAllWords
            ? finder.Find([.. dialogue.Turns.Select(turn => turn.ToTurn())], cancellationToken)
            : finder.FindText([.. dialogue.Turns.Select(ToText)], cancellationToken);
        var units = new TurnUnits?[findings.Length];
        foreach (var span in spans)
        {
            var turn = dialogue.Turns[span.Turn];
            (int start, int end) = isAllWords
                ? (span.Words.Start, span.Words.End)
                : (units[span.Turn] ??= new TurnUnits(turn)).Convert(span.Chars);
            findings[span.Turn].Add(new DialogueFinding(start, end, span));
        }
        foreach (var list in findings)
        {
            list.Sort((left, right) => (left.Start, left.End).CompareTo((right.Start, right.End)));
        }
        return findings;
    }

    // Dialogues that mix both forms are read as text, so that a cue in one form works for the other.
    private static TextTurn ToText(DialogueTurn turn) =>
        new(turn.Text ?? string.Join(' ', turn.Words!), turn.Speaker);

    /// <summary>Converts ranges of code units to the units of a turn.</summary>
    private sealed class TurnUnits
    {
        private readonly CodePoints? _points;
        private readonly int[]? _wordStarts;

        public TurnUnits(DialogueTurn turn)
        {
            if (turn.Words is null)
            {
                _points = new CodePoints(turn.Text!);
                return;
            }
            _wordStarts = new int[turn.Words.Count + 1];
            for (int index = 0; index < turn.Words.Count; index++)
            {
                _wordStarts[index + 1] = _wordStarts[index] + turn.Words[index].Length + 1;
            }
        }

        public (int Start, int End) Convert(CharRange chars) => _points is not null
            ? (_points.ToPoint(chars.Start), _points.EndToPoint(chars.End))
            : (WordAt(chars.Start), WordAt(chars.End - 1) + 1);

        private int WordAt(int unit)
        {
            int index = Array.BinarySearch(_wordStarts!, unit);
            return index >= 0 ? index : ~index - 1;
        }
    }
}
