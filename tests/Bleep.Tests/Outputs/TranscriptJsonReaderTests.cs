using System.Text;
using Bleep.Outputs;
using Bleep.Transcripts;

namespace Bleep.Tests.Outputs;

public sealed class TranscriptJsonReaderTests
{
    private static Transcript Parse(string json) => TranscriptJsonReader.Parse(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Parse_words_are_grouped_by_speaker_and_pause()
    {
        var transcript = Parse(
            """
            {"language_code":"en_us","words":[
              {"text":"hi","start":0,"end":100,"confidence":0.5,"speaker":"A","channel":null},
              {"text":"there","start":100,"end":200,"confidence":0.5,"speaker":"A"},
              {"text":"hello","start":300,"end":400,"speaker":"B"},
              {"text":"again","start":5000,"end":5400.5,"speaker":"B"}]}
            """);
        Assert.Equal(["hi there", "hello", "again"], transcript.Turns.Select(turn => turn.Text));
        Assert.Equal(("en-us", 0.5, 1.0), (transcript.LanguageCode, transcript.Turns[0].Words[0].Confidence, transcript.Turns[1].Words[0].Confidence));
        Assert.Equal(TimeSpan.FromMilliseconds(5400.5), transcript.Duration);
        Assert.False(transcript.IsFormatted);
    }

    [Fact]
    public void Parse_channels_as_strings_or_numbers_are_kept_apart()
    {
        var transcript = Parse("""{"words":[{"text":"a","start":0,"end":9,"channel":"1"},{"text":"b","start":3,"end":8,"channel":2},{"text":"c","start":9,"end":12,"channel":"1"}]}""");
        Assert.Equal(2, transcript.ChannelCount);
        Assert.Equal([(1, "a c"), (2, "b")], transcript.Turns.Select(turn => (turn.Channel!.Value, turn.Text)));
    }

    [Fact]
    public void Parse_utterances_decide_turns_where_they_have_words()
    {
        var transcript = Parse("""{"words":[{"text":"x","start":0,"end":1}],"utterances":[{"speaker":"A","words":[{"text":"a","start":0,"end":1}]},{"speaker":"A","words":[{"text":"b","start":1,"end":2}]}]}""");
        Assert.Equal([("A", "a"), ("A", "b")], transcript.Turns.Select(turn => (turn.Speaker, turn.Text)));
    }

    [Fact]
    public void Parse_word_with_blanks_becomes_several()
    {
        var words = Parse("""{"words":[{"text":" New  York ","start":0,"end":9},{"text":"","start":9,"end":9}]}""").Turns[0].Words;
        Assert.Equal(["New", "York"], words.Select(word => word.Text));
    }

    [Theory]
    [InlineData("""{"words":[{"text":"Hello,","start":0,"end":9},{"text":"John.","start":9,"end":12}]}""", true)]
    [InlineData("""{"words":[{"text":"I","start":0,"end":9},{"text":"said","start":9,"end":12}]}""", false)]
    public void Parse_capitals_and_marks_show_formatting(string json, bool expected) => Assert.Equal(expected, Parse(json).IsFormatted);

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"words":[1]}""")]
    [InlineData("""{"words":[{"text":"secret"}]}""")]
    [InlineData("""{"words":[{"text":"secret","start":"0","end":1}]}""")]
    [InlineData("""{"words":[{"text":"secret","start":-5,"end":1}]}""")]
    [InlineData("""{"words":[{"text":"secret","start":0,"end":1e99}]}""")]
    public void Parse_other_shapes_are_refused_without_content(string json)
    {
        var exception = Assert.Throws<TranscriptReadException>(() => Parse(json));
        Assert.DoesNotContain("secret", exception.Message);
    }

    [Fact]
    public void Parse_no_words_is_an_empty_transcript() => Assert.Empty(Parse("""{"words":[]}""").Turns);
}
