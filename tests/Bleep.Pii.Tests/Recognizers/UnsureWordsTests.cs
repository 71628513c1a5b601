using Bleep.Pii.Detection;
using Bleep.Transcripts;

namespace Bleep.Pii.Tests.Recognizers;

public sealed class UnsureWordsTests
{
    [Fact]
    public void Detect_doubtedWordsAfterACue_arePrivate()
    {
        var spans = Detect(Sensitivity.Balanced, ("please", 0.9), ("contact", 0.9), ("and", 0.1), ("we", 0.2), ("should", 0.1), ("today", 0.9));

        Assert.Contains(spans, span => span.Words == new WordRange(2, 5));
    }

    [Fact]
    public void Detect_doubtedWordsInReadable_stay() =>
        Assert.DoesNotContain(
            Detect(Sensitivity.Readable, ("please", 0.9), ("contact", 0.9), ("and", 0.1), ("we", 0.2), ("should", 0.1)),
            span => span.Recognizer == "confidence");

    [Fact]
    public void Detect_oneDoubtedWordWithoutACue_stays() =>
        Assert.Empty(Detect(Sensitivity.Balanced, ("that", 0.9), ("is", 0.9), ("a", 0.2), ("good", 0.9), ("idea", 0.9)));

    private static IReadOnlyList<PiiSpan> Detect(Sensitivity sensitivity, params (string Text, double Confidence)[] words)
    {
        var turn = new Turn([.. words.Select((word, index) => new Word(
            word.Text, TimeSpan.FromMilliseconds(index * 300), TimeSpan.FromMilliseconds((index * 300) + 250), word.Confidence))]);
        return new PiiDetector(new PiiDetectorOptions { Sensitivity = sensitivity }).Detect([turn], TestContext.Current.CancellationToken);
    }
}
