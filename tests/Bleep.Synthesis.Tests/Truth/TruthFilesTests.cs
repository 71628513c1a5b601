using System.Text.Json;
using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Scripts;
using Bleep.Synthesis.Truth;

namespace Bleep.Synthesis.Tests.Truth;

public sealed class TruthFilesTests
{
    private static readonly CallGenerator s_short = new(new CallOptions { MinFragments = 1, MaxFragments = 2, Domain = "retail" });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_truth_readsBackTheSame(bool isStereo)
    {
        var truth = await MakeAsync(isStereo);

        var read = TruthJson.Read(TruthJson.Write(truth));

        Assert.Equal(truth.Id, read.Id);
        Assert.Equal(truth.ChannelCount, read.ChannelCount);
        Assert.Equal(truth.Voices, read.Voices);
        Assert.Equal(truth.Words.Select(word => word with { Time = default }), read.Words.Select(word => word with { Time = default }));
        Assert.Equal(truth.Pii.Select(entry => entry with { Time = default }), read.Pii.Select(entry => entry with { Time = default }));
        Assert.All(truth.Words.Zip(read.Words), pair => Assert.InRange(
            (pair.First.Time.Start - pair.Second.Time.Start).TotalMilliseconds, -0.01, 0.01));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_transcript_hasTheShapeOfTheContract(bool isStereo)
    {
        var truth = await MakeAsync(isStereo);

        using var document = JsonDocument.Parse(TranscriptJson.Write(truth, "call.wav"));

        var root = document.RootElement;
        Assert.Equal("completed", root.GetProperty("status").GetString());
        var words = root.GetProperty("words").EnumerateArray().ToList();
        Assert.Equal(truth.Words.Select(word => word.Text), words.Select(word => word.GetProperty("text").GetString()));
        Assert.All(words.Zip(truth.Words), pair =>
        {
            Assert.True(pair.First.GetProperty("start").GetInt64() <= pair.Second.Time.Start.TotalMilliseconds);
            Assert.True(pair.First.GetProperty("end").GetInt64() >= pair.Second.Time.End.TotalMilliseconds);
            Assert.Equal(
                (pair.Second.Speaker, isStereo) switch { ("agent", true) => "1", ("agent", false) => "A", (_, true) => "2", _ => "B" },
                pair.First.GetProperty("speaker").GetString());
            Assert.Equal(isStereo, pair.First.TryGetProperty("channel", out _));
        });
        Assert.Equal(words.Count, root.GetProperty("utterances").EnumerateArray().Sum(entry => entry.GetProperty("words").GetArrayLength()));
    }

    private static async Task<CallTruth> MakeAsync(bool isStereo) =>
        (await new CallRecorder(new RecordingOptions { IsStereo = isStereo })
            .RecordAsync(s_short.Generate(3), 3, TestContext.Current.CancellationToken)).Truth;
}
