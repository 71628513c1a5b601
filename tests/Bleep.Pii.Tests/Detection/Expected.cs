using System.Text.RegularExpressions;
using Bleep.Pii.Detection;

namespace Bleep.Pii.Tests.Detection;

/// <summary>
/// A dialogue with its expected findings written into the text: <c>my name is {person_name:john lowery}</c>. Turns are parted by
/// <c>|</c> and spoken by two speakers in alternation.
/// </summary>
internal sealed partial class Expected
{
    private Expected(List<TextTurn> turns, List<(int Turn, int Start, int End, string Policy)> spans)
    {
        Turns = turns;
        Spans = spans;
    }

    public IReadOnlyList<TextTurn> Turns { get; }

    public IReadOnlyList<(int Turn, int Start, int End, string Policy)> Spans { get; }

    public static Expected Parse(string marked)
    {
        var turns = new List<TextTurn>();
        var spans = new List<(int, int, int, string)>();
        foreach (string turn in marked.Split('|', StringSplitOptions.TrimEntries))
        {
            string text = "";
            int last = 0;
            foreach (Match match in Mark().Matches(turn))
            {
                text += turn[last..match.Index];
                string value = match.Groups[2].Value;
                spans.Add((turns.Count, text.Length, text.Length + value.Length, match.Groups[1].Value));
                text += value;
                last = match.Index + match.Length;
            }
            text += turn[last..];
            turns.Add(new TextTurn(text, turns.Count % 2 == 0 ? "agent" : "caller"));
        }
        return new Expected(turns, spans);
    }

    /// <summary>Fails when an expected part is not covered, has another policy, or when something else is covered.</summary>
    public void AssertFoundBy(PiiDetector detector, bool exactly = true)
    {
        var found = detector.DetectText(Turns, TestContext.Current.CancellationToken);
        foreach (var (turn, start, end, policy) in Spans)
        {
            string text = Turns[turn].Text;
            for (int at = start; at < end; at++)
            {
                bool covered = !char.IsLetterOrDigit(text[at]) || found.Any(span => span.Turn == turn && span.Chars.Start <= at && at < span.Chars.End);
                Assert.True(covered, $"'{text[start..end]}' in '{text}' is not wholly covered. {Describe(found)}");
            }
            Assert.True(
                found.Any(span => span.Turn == turn && span.Policy.Name == policy && span.Chars.Start < end && start < span.Chars.End),
                $"'{text[start..end]}' in '{text}' is not {policy}. {Describe(found)}");
        }
        if (exactly)
        {
            var extra = found.FirstOrDefault(span => !Spans.Any(gold => gold.Turn == span.Turn && gold.Start < span.Chars.End && span.Chars.Start < gold.End));
            Assert.True(extra is null, $"Found more than expected in '{string.Join(" | ", Turns.Select(turn => turn.Text))}'. {Describe(found)}");
        }
    }

    private string Describe(IReadOnlyList<PiiSpan> found) => "Found: " + string.Join("; ", found.Select(span =>
        $"{span.Policy.Name} '{Turns[span.Turn].Text[span.Chars.Start..span.Chars.End]}' {span.Score} {span.Recognizer} {span.Cue}"));

    [GeneratedRegex(@"\{([a-z_]+):([^}]*)\}")]
    private static partial Regex Mark();
}
