using Bleep.Synthesis.Scripts;

namespace Bleep.Synthesis.Tests.Scripts;

public sealed class ScriptFileTests
{
    [Fact]
    public void Read_markedScript_hasSpokenAndWrittenForm()
    {
        var call = ScriptFile.Read("x", new StringReader("""
            # a remark
            A: what's the PIN, <-:Mr.|mister> <person_name:O'Neill>?
            C: it's <password:4417|four four one seven>, see you <date?:tomorrow>.
            """));

        Assert.Equal("what's the p i n mister o'neill", call.Turns[0].Spoken);
        Assert.Equal("What's the PIN, Mr. O'Neill?", call.Turns[0].Written);
        Assert.Equal((4, 5), Assert.Single(call.Turns[0].Unlabelled) is var range ? (range.Start - 1, range.End - 1) : default);
        Assert.Equal("o'neill", Assert.Single(call.Turns[0].Spans).Value);
        Assert.Equal("It's 4417, see you tomorrow.", call.Turns[1].Written);
        Assert.Equal([("password", false), ("date", true)], call.Turns[1].Spans.Select(span => (span.Policy, span.Optional)));
        Assert.Equal("4417", call.Turns[1].WrittenSpans[0].Value);
    }

    [Theory]
    [InlineData("B: hello")]
    [InlineData("A: (one|two")]
    [InlineData("A: {nosuchkind}")]
    [InlineData("A: {card:nosuchform}")]
    [InlineData("A: <person_name john>")]
    public void Read_malformedScript_throws(string script) =>
        Assert.Throws<FormatException>(() => ScriptFile.Read("x", new StringReader(script)));
}
