using Bleep.Transcripts;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Sherpa;

/// <summary>Compares what was heard with what was said.</summary>
internal static class ToneAssert
{
    private const double MaxTimeErrorMs = 40;

    public static void Same(ToneRecording said, IReadOnlyList<Word> heard)
    {
        Assert.Equal(said.Text, string.Join(' ', heard.Select(word => word.Text)));
        foreach (var (truth, word) in said.Words.Zip(heard))
        {
            Assert.Equal(truth.Start.TotalMilliseconds, word.Start.TotalMilliseconds, MaxTimeErrorMs);
            Assert.Equal(truth.End.TotalMilliseconds, word.End.TotalMilliseconds, MaxTimeErrorMs);
        }
    }
}
