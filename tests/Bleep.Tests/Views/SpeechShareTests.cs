using Bleep.Pipeline;
using Bleep.Transcripts;
using Bleep.Views;

namespace Bleep.Tests.Views;

public sealed class SpeechShareTests
{
    private static Transcript Spoken(double seconds, params (double Start, double End)[] words) => new(
        [.. words.Select(word => new Turn([new Word("w", TimeSpan.FromSeconds(word.Start), TimeSpan.FromSeconds(word.End))]))])
    {
        Duration = TimeSpan.FromSeconds(seconds),
    };

    [Fact]
    public void Of_words_short_pauses_count_and_long_ones_do_not()
    {
        Assert.Equal(0.15, SpeechShare.Of(Spoken(10, (0, 0.5), (1, 1.5))), 6);
        Assert.Equal(0.1, SpeechShare.Of(Spoken(10, (0, 0.5), (5, 5.5))), 6);
        Assert.Equal(0.05, SpeechShare.Of(Spoken(10, (0.1, 0.6))), 6);
    }

    [Fact]
    public void Of_channels_at_the_same_time_count_once() => Assert.Equal(0.2, SpeechShare.Of(Spoken(10, (1, 3), (1, 2.5))), 6);

    [Fact]
    public void Of_nothing_said_or_no_length_is_zero()
    {
        Assert.Equal(0, SpeechShare.Of(Spoken(10)));
        Assert.Equal(0, SpeechShare.Of(Spoken(0, (0, 1))));
    }

    [Fact]
    public void Of_window_counts_by_itself()
    {
        Assert.True(RecordingWindow.TryCreate(1000, 3000, out var window, out _));
        Assert.Equal(0.5, SpeechShare.Of(Spoken(100, (2, 3)), window), 6);
    }
}
