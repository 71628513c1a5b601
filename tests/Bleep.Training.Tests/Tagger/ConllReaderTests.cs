using Bleep.Training.Tagger;

namespace Bleep.Training.Tests.Tagger;

public sealed class ConllReaderTests
{
    [Fact]
    public void Read_columns_givesRunningTextWithNames()
    {
        var text = Read("I\tO", "did\tO", "n't\tO", "see\tO", "John\tB-PER", "Lowery\tI-PER", "'s\tO", "dog\tO", ",\tO", "Ann\tB-person", ".\tO");
        Assert.Equal("I didn't see John Lowery's dog, Ann.", text.Text);
        Assert.Equal(["John Lowery", "Ann"], Names(text));
    }

    [Fact]
    public void Read_insideTagsOnly_joinsNeighboursOfOneKind()
    {
        var text = Read("in O", "New I-LOC", "York I-LOC", "with O", "Acme I-ORG");
        Assert.Equal(["New York", "Acme"], Names(text));
        Assert.Equal([1, 2], text.Ranges.Select(range => range.Kind));
    }

    [Fact]
    public void Read_mention_isNoName()
    {
        var text = Read("@\tB-PER", "someone\tB-PER", "hi\tO");
        Assert.Equal("@someone hi", text.Text);
        Assert.Empty(text.Ranges);
    }

    [Fact]
    public void Write_spokenStyle_keepsNamesOverTheirWords()
    {
        var written = new LabelledDocument("test", false, [Read("On\tO", "May\tO", "3\tO", ",\tO", "McKay\tB-PER", "paid\tO", "IBM\tB-ORG", "$5\tO", "http://t.co/x\tO")]);
        var spoken = Assert.Single(SpokenStyle.Write(written).Turns);
        Assert.Equal(["mckay", "ibm"], Names(spoken));
        Assert.DoesNotContain("http", spoken.Text, StringComparison.Ordinal);
    }

    private static string[] Names(LabelledText text) => [.. text.Ranges.Select(range => text.Text[range.Start..range.End])];

    private static LabelledText Read(params string[] lines)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, lines);
            return Assert.Single(Assert.Single(ConllReader.Read(new FileInfo(path)).ToList()).Turns);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
