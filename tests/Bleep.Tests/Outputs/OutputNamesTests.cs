using Bleep.Outputs;

namespace Bleep.Tests.Outputs;

public sealed class OutputNamesTests
{
    [Fact]
    public void Choose_single_inputs_take_their_stem() =>
        Assert.Equal(["call", "b.c", ".wav"], OutputNames.Choose([("x/call.mp3", "x"), ("x/b.c.wav", "x"), (".wav", "y")], random: false));

    [Fact]
    public void Choose_equal_stems_keep_their_extensions() =>
        Assert.Equal(["call.mp3", "Call.wav", "call"], OutputNames.Choose([("x/call.mp3", "o"), ("x/Call.wav", "o"), ("x/call.ogg", "p")], random: false));

    [Fact]
    public void Choose_equal_names_of_different_folders_are_numbered() =>
        Assert.Equal(["call.mp3", "call.mp3-2", "call.mp3-3"], OutputNames.Choose([("a/call.mp3", "o"), ("b/call.mp3", "o"), ("c/call.mp3", "o")], random: false));

    [Fact]
    public void Choose_random_names_differ_and_say_nothing()
    {
        var names = OutputNames.Choose([("x/secret.mp3", "x"), ("x/secret.mp3", "x")], random: true);
        Assert.NotEqual(names[0], names[1]);
        Assert.All(names, name => Assert.Matches("^[0-9a-f]{32}$", name));
    }

    [Theory]
    [InlineData("call.redacted.mp3", true)]
    [InlineData("a/CALL.REDACTED.WAV", true)]
    [InlineData("call.mp3", false)]
    [InlineData("redacted.mp3", false)]
    public void IsOutput_knows_what_a_redaction_wrote(string path, bool expected) => Assert.Equal(expected, OutputNames.IsOutput(path));
}
