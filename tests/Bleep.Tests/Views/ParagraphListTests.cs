using Bleep.Views;

namespace Bleep.Tests.Views;

public sealed class ParagraphListTests
{
    [Fact]
    public void Of_pause_ends_a_paragraph() => Assert.Equal(
        ["One. Two.", "Three."], ParagraphList.Of([Given.Turn("One. Two. | | Three.")]).Select(paragraph => paragraph.Text));

    [Fact]
    public void Of_speaker_and_channel_begin_a_paragraph()
    {
        Assert.Equal(["A", "B"], ParagraphList.Of([Given.Turn("One.", 0, "A"), Given.Turn("Two.", 0.5, "B")]).Select(paragraph => paragraph.Speaker));
        Assert.Equal(2, ParagraphList.Of([Given.Turn("One.", 0, null, 1), Given.Turn("Two.", 0.5, null, 2)]).Count);
    }

    [Fact]
    public void Of_long_speech_is_cut_at_sentences()
    {
        var paragraphs = ParagraphList.Of([Given.Turn(string.Join(' ', Enumerable.Repeat("A few words. ", 20)))]);
        Assert.True(paragraphs.Count > 1);
        Assert.All(paragraphs, paragraph => Assert.EndsWith(".", paragraph.Text, StringComparison.Ordinal));
    }
}
