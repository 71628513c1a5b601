namespace Bleep.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task Version_says_the_version_and_nothing_else()
    {
        var run = await BleepCli.RunAsync("--version");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Output);
    }

    [Theory]
    [InlineData("redact")]
    [InlineData("live")]
    [InlineData("text")]
    [InlineData("detect")]
    [InlineData("eval")]
    [InlineData("verify")]
    [InlineData("doctor")]
    [InlineData("keys")]
    public async Task Help_of_every_command_names_the_program_and_ends_with_an_example(string command)
    {
        var run = await BleepCli.RunAsync(command, "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"  bleep {command} ", run.Output);
        Assert.Contains("Example", run.Output);
        Assert.DoesNotContain("Bleep.Cli", run.Output);
    }

    [Fact]
    public async Task Help_of_the_program_hides_the_engine_host()
    {
        var run = await BleepCli.RunAsync("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("redact", run.Output);
        Assert.DoesNotContain("engine-host", run.Output);
    }

    [Theory]
    [InlineData("did you mean 'redact'", "redct", "x.mp3")]
    [InlineData("did you mean '--explain'", "detect", "--explan")]
    [InlineData("did you mean 'phone_number'", "redact", "x.mp3", "--policies", "phone_numbr")]
    [InlineData("There is no policy", "detect", "--policies", "qqqqqqqq")]
    [InlineData("There is no speech engine 'nope'", "redact", "x.mp3", "--engine", "nope")]
    [InlineData("'ogg' not recognized", "redact", "x.mp3", "--format", "ogg")]
    [InlineData("padding", "redact", "x.mp3", "--padding", "5")]
    [InlineData("padding", "redact", "x.mp3", "--padding", "wide")]
    [InlineData("64 characters", "text", "--sub-text", "12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("'--against' is required", "verify", "x.mp3")]
    [InlineData("Required argument", "redact")]
    [InlineData("static.json", "detect", "--static-entities", "/nowhere/static.json")]
    public async Task Wrong_usage_is_one_line_and_exit_code_2(string part, params string[] arguments)
    {
        var run = await BleepCli.RunAsync(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("bleep: ", Assert.Single(run.ErrorLines));
        Assert.Contains(part, run.Error);
    }
}
