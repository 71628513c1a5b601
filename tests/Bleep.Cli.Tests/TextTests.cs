using System.Text.Json;
using Bleep.Testing;

namespace Bleep.Cli.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("Call 610-265-1714 now.\n", "Call ###-###-#### now.\n")]
    [InlineData("Call 610-265-1714 now.\n", "Call [PHONE_NUMBER] now.\n", "--sub", "entity_name")]
    [InlineData("Call 610-265-1714 now.\n", "Call <PHONE_NUMBER> now.\n", "--sub-text", "<{POLICY}>")]
    [InlineData("Call 610-265-1714 now.\n", "Call 610-265-1714 now.\n", "--policies", "person_name")]
    [InlineData("", "")]
    [InlineData("Tabs\tand\r\nline ends stay.", "Tabs\tand\r\nline ends stay.")]
    public async Task Text_is_redacted_and_the_rest_stays(string input, string expected, params string[] arguments)
    {
        var run = await BleepCli.RunAsync(input, ["text", .. arguments]);
        Assert.Equal((0, expected, ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Static_terms_go_whatever_the_policies()
    {
        using var folder = new TemporaryFolder();
        string terms = folder.Write("terms.json", """{"project":["Bearclaw"]}""");
        var run = await BleepCli.RunAsync("The bear-claw plan.", ["text", "--static-entities", terms, "--sub", "entity_name"]);
        Assert.Equal("The [PROJECT] plan.", run.Output);
    }

    [Fact]
    public async Task Dialogue_in_text_is_read_turn_by_turn()
    {
        var run = await BleepCli.RunAsync("Agent: What is your phone number?\nCaller: six one zero two six five one seven one four\n", ["text"]);
        Assert.Equal("Agent: What is your phone number?\nCaller: ### ### #### ### ### #### ### ##### ### ####\n", run.Output);
    }

    [Fact]
    public async Task Transcript_stays_a_transcript()
    {
        const string Transcript = """{"words":[{"text":"call","start":0,"end":100,"speaker":"Sir Zebulon"},{"text":"610-265-1714","start":100,"end":900,"speaker":"Sir Zebulon"}]}""";
        var run = await BleepCli.RunAsync(Transcript, ["text"]);
        var root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("###-###-####", root.GetProperty("words")[1].GetProperty("text").GetString()!.TrimEnd('.'));
        Assert.Equal(900, root.GetProperty("words")[1].GetProperty("end").GetInt32());
        // The speaker's name is private too.
        Assert.Equal("A", root.GetProperty("words")[1].GetProperty("speaker").GetString());
        Assert.DoesNotContain("Zebulon", run.Output);
    }

    [Fact]
    public async Task Json_names_places_in_code_points()
    {
        var run = await BleepCli.RunAsync("😀 610-265-1714", ["text", "--json"]);
        var span = JsonDocument.Parse(run.Output).RootElement.GetProperty("spans")[0];
        Assert.Equal((2, 14), (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()));
    }

    [Fact]
    public async Task Out_writes_a_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var run = await BleepCli.RunAsync("Call 610-265-1714", ["text", "--out", folder["new/result.txt"]]);
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(["new", "new/result.txt"], folder.Entries);
        Assert.Equal("Call ###-###-####", await File.ReadAllTextAsync(folder["new/result.txt"], TestContext.Current.CancellationToken));
    }
}
