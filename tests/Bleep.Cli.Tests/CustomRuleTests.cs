using Bleep.Testing;

namespace Bleep.Cli.Tests;

public sealed class CustomRuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task<string> Text(string input, params string[] arguments)
    {
        var run = await BleepCli.RunAsync(input, ["text", "--sub", "entity_name", .. arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }

    [Fact]
    public async Task Lexicon_terms_of_a_policy_act_when_it_is_asked_for_and_labels_always()
    {
        string lexicon = _folder.Write("words", "# ours\n[person_name]\nzorkulon\n\n[gadget]\nflux capacitor\n");
        Assert.Equal("[PERSON_NAME] has a [GADGET].", await Text("zorkulon has a Flux-Capacitor.", "--lexicon", lexicon));
        Assert.Equal("zorkulon has a [GADGET].", await Text("zorkulon has a Flux-Capacitor.", "--lexicon", lexicon, "--policies", "date"));
    }

    [Fact]
    public async Task Patterns_find_what_they_say()
    {
        string patterns = _folder.Write("patterns.json", """{"ticket":["tck-[0-9]+"]}""");
        Assert.Equal("See [TICKET], please.", await Text("See TCK-42, please.", "--regex", patterns));
    }

    [Fact]
    public async Task Allowed_terms_stay()
    {
        string allowed = _folder.Write("allowed", "# people of the house\nJohn\n");
        Assert.Equal("My name is John.", await Text("My name is John.", "--allow", allowed));
    }

    [Theory]
    [InlineData("--lexicon", "secretterm\n", "before the first")]
    [InlineData("--regex", """{"A":"secretterm(?=x)"}""", "look-around")]
    [InlineData("--regex", """{"A":"secretterm("}""", "no valid regular expression")]
    [InlineData("--regex", "[1]", "JSON object")]
    [InlineData("--static-entities", """{"A":[7]}""", "JSON object")]
    [InlineData("--static-entities", """{"A B!":["secretterm"]}""", "label")]
    public async Task Unusable_file_is_wrong_usage_and_shows_no_term(string option, string content, string part)
    {
        var run = await BleepCli.RunAsync("x", ["text", option, _folder.Write("rules", content)]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(part, Assert.Single(run.ErrorLines));
        Assert.DoesNotContain("secretterm", run.Error);
    }
}
