using System.Text.RegularExpressions;
using Bleep.Pii.Detection;

namespace Bleep.Pii.Tests.Gold;

/// <summary>
/// Compares detection with the marks, word by word: a private word counts as hidden when every private letter and digit of it
/// is covered, an ordinary word as kept when none is.
/// </summary>
internal sealed partial class GoldScore
{
    private readonly SortedDictionary<string, GoldTally> _tallies = new(StringComparer.Ordinal);
    private readonly List<GoldError> _errors = [];

    /// <summary>Tallies by name: <c>all</c>, <c>spoken</c>, <c>written</c>, each group, each policy.</summary>
    public IReadOnlyDictionary<string, GoldTally> Tallies => _tallies;

    /// <summary>Everything that went wrong, in the order of the file.</summary>
    public IReadOnlyList<GoldError> Errors => _errors;

    /// <summary>Adds one dialogue.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="found">What detection found in it.</param>
    public void Add(GoldDialogue dialogue, IReadOnlyList<PiiSpan> found)
    {
        for (int index = 0; index < dialogue.Turns.Count; index++)
        {
            var turn = dialogue.Turns[index];
            PiiSpan[] spans = [.. found.Where(span => span.Turn == index)];
            foreach (var mark in turn.Marks.Where(mark => !mark.IsOptional))
            {
                AddMark(dialogue, turn, mark, spans);
            }
            AddOrdinary(dialogue, turn, spans);
        }
    }

    private void AddMark(GoldDialogue dialogue, GoldTurn turn, GoldMark mark, PiiSpan[] found)
    {
        var exact = found.Where(span => mark.Policies.Contains(span.Policy.Name)).ToArray();
        string style = dialogue.IsSpoken ? "spoken" : "written";
        var tallies = mark.Group is { } group ? new[] { Tally(group) } : [Tally("all"), Tally(style), Tally(mark.Policies[0])];
        int leaked = 0, inexact = 0;
        foreach (Match word in Words().Matches(turn.Text[mark.Start..mark.End]))
        {
            int start = mark.Start + word.Index, end = start + word.Length;
            if (!HasLetters(turn.Text, start, end))
            {
                continue;
            }
            bool isHidden = IsCovered(turn.Text, start, end, found), isExact = IsCovered(turn.Text, start, end, exact);
            leaked += isHidden ? 0 : 1;
            inexact += isHidden && !isExact ? 1 : 0;
            foreach (var tally in tallies)
            {
                tally.Private++;
                tally.Hidden += isHidden ? 1 : 0;
                tally.Exact += isExact ? 1 : 0;
            }
        }
        var near = found.Where(span => span.Chars.Start < mark.End && mark.Start < span.Chars.End);
        if (leaked > 0 || inexact > 0)
        {
            string kind = leaked == 0 ? "other policy" : mark.Group is null ? "leak" : $"leak of {mark.Group}";
            int words = leaked == 0 ? inexact : leaked;
            _errors.Add(new GoldError(kind, words, dialogue.Id, turn, mark.Start, mark.End, mark.Policies[0], [.. near]));
        }
    }

    private void AddOrdinary(GoldDialogue dialogue, GoldTurn turn, PiiSpan[] found)
    {
        var tallies = new[] { Tally("all"), Tally(dialogue.IsSpoken ? "spoken" : "written") };
        var wrong = new HashSet<PiiSpan>();
        foreach (Match word in Words().Matches(turn.Text))
        {
            int start = word.Index, end = start + word.Length;
            if (!HasLetters(turn.Text, start, end) || turn.Marks.Any(mark => mark.Start < end && start < mark.End))
            {
                continue;
            }
            var touching = found.Where(span => span.Chars.Start < end && start < span.Chars.End).ToArray();
            wrong.UnionWith(touching);
            foreach (var tally in tallies)
            {
                tally.Ordinary++;
                tally.Kept += touching.Length == 0 ? 1 : 0;
            }
        }
        foreach (var span in wrong)
        {
            int words = Words().Count(turn.Text[span.Chars.Start..span.Chars.End]);
            _errors.Add(new GoldError("over-redaction", words, dialogue.Id, turn, span.Chars.Start, span.Chars.End, "nothing", [span]));
        }
    }

    private GoldTally Tally(string name)
    {
        if (!_tallies.TryGetValue(name, out var tally))
        {
            _tallies.Add(name, tally = new GoldTally());
        }
        return tally;
    }

    private static bool HasLetters(string text, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsCovered(string text, int start, int end, PiiSpan[] spans)
    {
        for (int at = start; at < end; at++)
        {
            if (char.IsLetterOrDigit(text[at]) && !Array.Exists(spans, span => span.Chars.Start <= at && at < span.Chars.End))
            {
                return false;
            }
        }
        return true;
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Words();
}
