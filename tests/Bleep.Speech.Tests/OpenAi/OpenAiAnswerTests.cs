using System.Text;
using Bleep.Speech.OpenAi;

namespace Bleep.Speech.Tests.OpenAi;

/// <summary>Answers in the shapes of the servers that there are.</summary>
public sealed class OpenAiAnswerTests
{
    private const int LengthMs = 4000;

    [Fact]
    public void Read_openai_wordsAtTheTopGetTheTextsMarks()
    {
        var answer = Read("""
            {"task":"transcribe","language":"english","duration":4.0,"text":"My name is John.",
             "words":[{"word":"My","start":0.5,"end":0.7},{"word":"name","start":0.7,"end":1.0},{"word":"is","start":1.0,"end":1.2},{"word":"John","start":1.3,"end":1.8}],
             "segments":[{"id":0,"seek":0,"start":0.0,"end":2.0,"text":" My name is John.","tokens":[1,2],"temperature":0.0,"avg_logprob":-0.105,"compression_ratio":1.0,"no_speech_prob":0.01}]}
            """);

        Assert.False(answer.IsEstimated);
        Assert.Equal("My name is John.", Text(answer));
        Assert.Equal((1300, 1800), (answer.Words[3].StartMs, answer.Words[3].EndMs));
        Assert.All(answer.Words, word => Assert.Equal(0.9, word.Confidence, 2));
    }

    [Fact]
    public void Read_whisperCpp_tokensInSegmentsBecomeWords()
    {
        var answer = Read("""
            {"task":"transcribe","language":"en","duration":4.0,"text":" My name is Lowery.",
             "segments":[{"id":0,"text":" My name is Lowery.","start":0.0,"end":2.0,"tokens":[50363],
               "words":[{"word":" My","start":0.5,"end":0.7,"t_dtw":-1,"probability":0.99},{"word":" name","start":0.7,"end":1.0,"t_dtw":-1,"probability":0.98},
                        {"word":" is","start":1.0,"end":1.2,"t_dtw":-1,"probability":0.97},{"word":" Low","start":1.3,"end":1.5,"t_dtw":-1,"probability":0.6},
                        {"word":"ery","start":1.5,"end":1.8,"t_dtw":-1,"probability":0.8},{"word":".","start":1.8,"end":1.9,"t_dtw":-1,"probability":0.9},
                        {"word":"[_TT_100]","start":2.0,"end":2.0,"t_dtw":-1,"probability":0.1}],
               "temperature":0.0,"avg_logprob":-0.2,"no_speech_prob":0.0}]}
            """);

        Assert.False(answer.IsEstimated);
        Assert.Equal("My name is Lowery.", Text(answer));
        Assert.Equal((1300, 1900), (answer.Words[3].StartMs, answer.Words[3].EndMs));
        Assert.Equal(0.6, answer.Words[3].Confidence, 3);
    }

    [Fact]
    public void Read_fasterWhisper_wholeWordsWithBlanksInFront()
    {
        var answer = Read("""
            {"language":"en","text":"Yes, sir.","words":null,"segments":[{"start":"0.50","end":"1.50s","text":" Yes, sir.",
             "words":[{"start":"0.5","end":"0.8","word":" Yes,","probability":0.9},{"start":"0.9","end":"00:00:01,400","word":" sir.","probability":0.9}]}]}
            """);

        Assert.Equal("Yes, sir.", Text(answer));
        Assert.Equal(1400, answer.Words[1].EndMs);
    }

    [Fact]
    public void Read_vllm_segmentsOnly_timesAreEstimatedWithRoomAround()
    {
        var answer = Read("""
            {"duration":"4.0","language":"en","text":"my number is 610 265","words":null,
             "segments":[{"id":0,"avg_logprob":-0.1,"start":1.0,"end":3.0,"text":"my number is 610 265","tokens":[1],"temperature":0.0,"compression_ratio":1.0,"seek":0,"no_speech_prob":null}]}
            """);

        Assert.True(answer.IsEstimated);
        Assert.Equal("my number is 610 265", Text(answer));
        Assert.Equal(answer.Words.OrderBy(word => word.StartMs), answer.Words);
        // '610' has the characters 14 to 16 of 21, and 300 ms of room on both sides.
        Assert.InRange(answer.Words[3].StartMs, 1900, 2050);
        Assert.InRange(answer.Words[3].EndMs, 2900, 3100);
        Assert.All(answer.Words, word => Assert.InRange(word.StartMs, 900, 3100));
        Assert.All(answer.Words, word => Assert.InRange(word.EndMs, 900, 3100));
    }

    [Fact]
    public void Read_textOnly_isSpreadOverThePiece()
    {
        var answer = Read("""{"text":"hello there"}""");

        Assert.True(answer.IsEstimated);
        Assert.Equal(2, answer.Words.Count);
        Assert.Equal(0, answer.Words[0].StartMs);
    }

    [Theory]
    [InlineData("""{"text":"a b","words":[{"word":"a","start":1,"end":0.5},{"word":"b","start":1,"end":2}]}""")]
    [InlineData("""{"text":"a b","words":[{"word":"a","start":2,"end":3},{"word":"b","start":1,"end":2}]}""")]
    [InlineData("""{"text":"a b","words":[{"word":"a","start":1,"end":2},{"word":"b","start":100,"end":200}]}""")]
    [InlineData("""{"text":"a b","words":[{"word":"a"},{"word":"b"}]}""")]
    public void Read_timesThatMakeNoSense_areEstimatedInstead(string json)
    {
        var answer = Read(json);

        Assert.True(answer.IsEstimated);
        Assert.Equal("a b", Text(answer));
    }

    [Theory]
    [InlineData("""{"text":"","segments":[]}""")]
    [InlineData("""{"text":" ","words":[],"segments":[]}""")]
    public void Read_nothingHeard_hasNoWords(string json)
    {
        var answer = Read(json);

        Assert.Empty(answer.Words);
        Assert.False(answer.IsEstimated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret text")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"error":{"message":"secret text"}}""")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"text":"a","words":[{"word":5,"start":0,"end":1}]}""")]
    public void Read_noAnswer_isAnErrorThatQuotesNothing(string json)
    {
        var error = Assert.Throws<SpeechException>(() => Read(json));

        Assert.Equal(SpeechErrorKind.ServerFailed, error.Kind);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    private static OpenAiAnswer Read(string json) => OpenAiAnswer.Read(Encoding.UTF8.GetBytes(json), LengthMs);

    private static string Text(OpenAiAnswer answer) => string.Join(' ', answer.Words.Select(word => word.Text));
}
