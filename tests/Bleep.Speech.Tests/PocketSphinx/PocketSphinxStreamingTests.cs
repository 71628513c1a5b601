using Bleep.Speech.Tests.Audio;
using Bleep.Speech.Tests.Streaming;

namespace Bleep.Speech.Tests.PocketSphinx;

/// <summary>Live recognition of real synthesised speech.</summary>
public sealed class PocketSphinxStreamingTests(PocketSphinxPool pool)
{
    private static readonly string[] Sentences =
    [
        "i was charged two hundred and fifty dollars last tuesday",
        "my phone number is six one zero two six five one seven one four",
    ];

    [Fact]
    public async Task ReadEventsAsync_sentences_partialsGrowAndFinalsAreRight()
    {
        var parts = new List<short[]>();
        foreach (var sentence in Sentences)
        {
            parts.AddRange([Wave.Silence(1), await Voice.CallerAsync(sentence)]);
        }
        await using var recognizer = new SpeechEngines(pool.Hosts).Choose().CreateStreamingRecognizer();

        var events = await LiveSession.PlayAsync(recognizer, Wave.Join([.. parts, Wave.Silence(1)]));

        var finals = events.FindAll(entry => entry.IsFinal);
        Assert.Equal(2, finals.Count);
        var said = string.Join(' ', Sentences).Split(' ');
        var heard = finals.SelectMany(entry => entry.Words).ToList();
        Assert.InRange(SpeechScore.Errors(said, [.. heard.Select(word => word.Text)]) / (double)said.Length, 0, 0.2);
        Assert.Equal(heard.OrderBy(word => word.Start), heard);
        Assert.Contains(heard, word => word.Confidence is > 0 and < 1);
        double secondStart = 2 + (parts[1].Length / (double)Wave.Rate);
        Assert.Equal(secondStart, finals[1].Words[0].Start.TotalSeconds, 0.3);
        Assert.Contains(events, entry => !entry.IsFinal && entry.Utterance == 0 && entry.Words.Count is > 0 and < 8);
    }
}
