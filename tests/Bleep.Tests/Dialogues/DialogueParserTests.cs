using System.Text;
using Bleep.Dialogues;

namespace Bleep.Tests.Dialogues;

public sealed class DialogueParserTests
{
    private static Dialogue Parse(string json) => DialogueParser.Parse(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Parse_words_with_times_keeps_everything()
    {
        var dialogue = Parse(
            """
            {"id":"a","extra":1,"turns":[{"speaker":"agent","words":["my","name"],"start_ms":[10,20.5],"end_ms":[20,30],
            "confidence":[0.5,1],"spans":[{"start":1,"end":2,"policy":"person_name","optional":true,"group":"g"}],"unlabelled":[[0,1]]}]}
            """);

        var turn = Assert.Single(dialogue.Turns);
        Assert.Equal("a", dialogue.Id!.Value.GetString());
        Assert.Equal(new GoldSpan(1, 2, "person_name", Optional: true, Group: "g"), Assert.Single(turn.Spans));
        Assert.Equal((0, 1), Assert.Single(turn.Unlabelled));
        var words = turn.ToTurn().Words;
        Assert.Equal(TimeSpan.FromMilliseconds(20.5), words[1].Start);
        Assert.Equal(0.5, words[0].Confidence);
    }

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("a\\udc00b", "a\uFFFDb")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\\\ud800", "\\ud800")]
    [InlineData("\\u0000", "\0")]
    [InlineData("\\ud83dx", "\uFFFDx")]
    public void Parse_surrogate_escapes_read_lone_ones_as_one_replacement_character(string escaped, string expected) =>
        Assert.Equal(expected, Parse($$"""{"turns":[{"text":"{{escaped}}"}]}""").Turns[0].Text);

    [Fact]
    public void Parse_raw_lone_surrogate_and_bad_bytes_read_as_one_replacement_character_each()
    {
        byte[] json = [.. "{\"turns\":[{\"text\":\"a"u8, 0xED, 0xA0, 0x80, .. "b"u8, 0xFF, .. "\"}]}"u8];

        Assert.Equal("a\uFFFDb\uFFFD", DialogueParser.Parse(json).Turns[0].Text);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"turns":[1]}""")]
    [InlineData("""{"turns":[{}]}""")]
    [InlineData("""{"turns":[{"words":[],"text":""}]}""")]
    [InlineData("""{"turns":[{"words":[1]}]}""")]
    [InlineData("""{"turns":[{"words":["a"],"start_ms":[1,2]}]}""")]
    [InlineData("""{"turns":[{"words":["a"],"start_ms":[5],"end_ms":[2]}]}""")]
    [InlineData("""{"turns":[{"words":["a"],"spans":[{"start":0,"end":2,"policy":"date"}]}]}""")]
    [InlineData("""{"turns":[{"words":["a"],"spans":[{"start":0.5,"end":1,"policy":"date"}]}]}""")]
    [InlineData("""{"turns":[],"id":{}}""")]
    public void Parse_other_shapes_are_refused_without_naming_their_content(string json)
    {
        var exception = Assert.Throws<DialogueFormatException>(() => Parse(json));
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Parse_empty_turns_are_turns()
    {
        var dialogue = Parse("""{"turns":[{"words":[]},{"text":""}]}""");
        Assert.Equal(2, dialogue.Turns.Count);
        Assert.Empty(dialogue.Turns[0].ToTurn().Words);
    }
}
