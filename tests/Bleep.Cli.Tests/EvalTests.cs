using System.Text.Json;

namespace Bleep.Cli.Tests;

public sealed class EvalTests
{
    private const string Gold =
        """
        {"id":"1","turns":[{"words":["my","name","is","john"],"spans":[{"start":3,"end":4,"policy":"person_name"}]}]}
        {"id":"2","turns":[{"words":["xyzzy","plugh"],"spans":[{"start":0,"end":1,"policy":"zodiac_sign","group":"misheard"}]}]}
        """;

    [Fact]
    public async Task Table_has_a_row_a_policy_and_the_groups_apart()
    {
        var run = await BleepCli.RunAsync(Gold, ["eval", "-", "--errors", "1"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("person_name", run.Output);
        Assert.Contains("group misheard", run.Output);
        Assert.Contains("[[xyzzy]]", run.Output);
    }

    [Fact]
    public async Task Json_has_the_figures()
    {
        var run = await BleepCli.RunAsync(Gold, ["eval", "-", "--json"]);
        var rows = JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray();
        var all = rows.First(row => row.GetProperty("policy").ValueKind == JsonValueKind.Null && row.GetProperty("group").ValueKind == JsonValueKind.Null);
        Assert.Equal(0, all.GetProperty("leak").GetProperty("value").GetDouble());
        Assert.Equal(1, all.GetProperty("gold_tokens").GetInt32());
    }

    [Fact]
    public async Task Unknown_policy_in_a_span_names_the_line()
    {
        var run = await BleepCli.RunAsync("""{"turns":[{"words":["a"],"spans":[{"start":0,"end":1,"policy":"persn_name"}]}]}""", ["eval", "-"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 1", run.Error);
        Assert.Contains("'person_name' is the nearest", run.Error);
    }
}
