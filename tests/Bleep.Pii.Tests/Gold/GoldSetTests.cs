using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Gold;

public sealed class GoldSetTests
{
    private const string RaiseSwitch = "BLEEP_RAISE_FLOORS";
    private const string ErrorsSwitch = "BLEEP_GOLD_ERRORS";

    /// <summary>Points above a floor from which on the floor should follow.</summary>
    private const double Slack = 3;

    [Fact]
    public void Detect_goldSet_staysAboveTheFloors()
    {
        var score = GoldSet.Measure(TestContext.Current.CancellationToken);
        var measured = GoldFloors.Of(score);
        foreach (var (name, tally) in score.Tallies)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{name,-28} private {tally.Private,5}  leak {100 - tally.HiddenShare,5:0.0} %  exact {tally.ExactShare,5:0.0} %"
                + (tally.Ordinary > 0 ? $"  over-redaction {100 - tally.KeptShare,4:0.0} % of {tally.Ordinary}" : ""));
        }
        if (Environment.GetEnvironmentVariable(ErrorsSwitch) is { Length: > 0 } path)
        {
            var errors = score.Errors.OrderBy(error => error.Kind, StringComparer.Ordinal).ThenByDescending(error => error.Words);
            File.WriteAllLines(path, errors.Select(error => error.ToString()));
        }
        if (Environment.GetEnvironmentVariable(RaiseSwitch) == "1")
        {
            GoldFloors.Raise(GoldSet.PathOf("floors.json"), measured);
        }

        var floors = GoldFloors.Read(GoldSet.PathOf("floors.json"));
        var fallen = new List<string>();
        foreach (var (name, kind, share) in measured.SelectMany(row => row.Value.Select(pair => (row.Key, pair.Key, pair.Value))))
        {
            double floor = floors.TryGetValue(name, out var kinds) && kinds.TryGetValue(kind, out double value) ? value : double.NaN;
            if (!(share >= floor))
            {
                fallen.Add($"{name} {kind}: {share} %, floor {floor} %");
            }
            else if (share > floor + Slack)
            {
                TestContext.Current.AddWarning($"{name} {kind}: {share} % beats its floor of {floor} %; raise it with {RaiseSwitch}=1.");
            }
        }
        Assert.True(fallen.Count == 0, $"Below the floors ({ErrorsSwitch}=FILE writes every error): {string.Join("; ", fallen)}");
    }

    [Fact]
    public void Dialogues_always_areManyAndOfBothStyles()
    {
        Assert.True(GoldSet.Dialogues.Count >= 60);
        Assert.True(GoldSet.Dialogues.Sum(dialogue => dialogue.Turns.Count) >= 330);
        Assert.True(GoldSet.Dialogues.Count(dialogue => !dialogue.IsSpoken) >= 20);
        Assert.Equal(GoldSet.Dialogues.Count, GoldSet.Dialogues.Select(dialogue => dialogue.Id).Distinct().Count());
    }

    [Fact]
    public void Dialogues_always_holdEveryDocumentedPolicyAndNoOther()
    {
        var counts = Marks().GroupBy(mark => mark.Policies[0]).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(PiiPolicies.Documented, policy => Assert.True(counts.GetValueOrDefault(policy.Name) >= 6, policy.Name));
        var known = PiiPolicies.Documented.Select(policy => policy.Name).ToHashSet();
        Assert.All(GoldSet.Dialogues.SelectMany(dialogue => dialogue.Turns).SelectMany(turn => turn.Marks).SelectMany(mark => mark.Policies),
            name => Assert.Contains(name, known));
        Assert.True(GoldSet.Dialogues.SelectMany(dialogue => dialogue.Turns).Sum(turn => turn.Marks.Count(mark => mark.Group == "misheard")) >= 25);
    }

    [Fact]
    public void Dialogues_always_holdManyTurnsWithNothingPrivate()
    {
        var turns = GoldSet.Dialogues.SelectMany(dialogue => dialogue.Turns).ToArray();
        Assert.True(turns.Count(turn => turn.Marks.Count == 0) * 3 >= turns.Length);
    }

    [Fact]
    public void Dialogues_spoken_holdNoMarksOfWriting() =>
        Assert.All(GoldSet.Dialogues.Where(dialogue => dialogue.IsSpoken).SelectMany(dialogue => dialogue.Turns),
            turn => Assert.All(turn.Text, letter => Assert.True(char.IsAsciiLetterLower(letter) || letter is ' ' or '\'', turn.Text)));

    private static IEnumerable<GoldMark> Marks() =>
        GoldSet.Dialogues.SelectMany(dialogue => dialogue.Turns).SelectMany(turn => turn.Marks).Where(mark => !mark.IsOptional && mark.Group is null);
}
