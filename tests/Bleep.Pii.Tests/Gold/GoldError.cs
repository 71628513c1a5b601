using Bleep.Pii.Detection;

namespace Bleep.Pii.Tests.Gold;

/// <summary>One place where detection and the marks differ.</summary>
/// <param name="Kind">Leak, over-redaction or another policy.</param>
/// <param name="Words">How many words it concerns.</param>
/// <param name="Dialogue">Name of the dialogue.</param>
/// <param name="Turn">The turn.</param>
/// <param name="Start">First character in the turn.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="Policy">The policy of the mark, or <c>nothing</c>.</param>
/// <param name="Found">What detection found at this place.</param>
internal sealed record GoldError(
    string Kind, int Words, string Dialogue, GoldTurn Turn, int Start, int End, string Policy, IReadOnlyList<PiiSpan> Found)
{
    /// <summary>The error on one line, with its sentence and what was found.</summary>
    public override string ToString()
    {
        string found = Found.Count == 0 ? "nothing" : string.Join("; ", Found.Select(Describe));
        string sentence = $"{Turn.Speaker}: {Turn.Text[..Start]}>>{Turn.Text[Start..End]}<<{Turn.Text[End..]}";
        return $"{Kind} | {Policy} | {Dialogue} | {sentence} | found: {found}".ReplaceLineEndings(" ");
    }

    private string Describe(PiiSpan span) =>
        $"{span.Policy.Name} '{Turn.Text[span.Chars.Start..span.Chars.End]}' {span.Score:0.00} {span.Recognizer} {span.Cue}".TrimEnd();
}
