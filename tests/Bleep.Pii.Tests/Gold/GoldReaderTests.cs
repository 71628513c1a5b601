namespace Bleep.Pii.Tests.Gold;

public sealed class GoldReaderTests
{
    [Fact]
    public void Read_twoDialogues_keepsStylesSpeakersAndLines()
    {
        var dialogues = GoldReader.Read(
            ["// a comment", "# one spoken", "agent: hello", "caller: hi there", "", "# two written", "mail: Dear all,", "  bye"]);
        Assert.Equal(["one", "two"], dialogues.Select(dialogue => dialogue.Id));
        Assert.Equal([true, false], dialogues.Select(dialogue => dialogue.IsSpoken));
        Assert.Equal(["agent", "caller"], dialogues[0].Turns.Select(turn => turn.Speaker));
        Assert.Equal("Dear all,\nbye", Assert.Single(dialogues[1].Turns).Text);
    }

    [Fact]
    public void Read_textBeforeAnyHeader_isRefused() => Assert.Throws<FormatException>(() => GoldReader.Read(["agent: hello"]));

    [Theory]
    [InlineData("i am {person_name:jo}", 5, 7, "person_name", false, null)]
    [InlineData("at {date?:friday} then", 3, 9, "date", true, null)]
    [InlineData("{person_name!misheard:to me car}", 0, 9, "person_name", false, "misheard")]
    [InlineData("{blood_type:a positive}", 0, 10, "blood_type", false, null)]
    [InlineData("{person_name:a n y a}", 0, 7, "person_name", false, null)]
    public void ReadTurn_mark_givesItsStretch(string marked, int start, int end, string policy, bool optional, string? group)
    {
        var mark = Assert.Single(GoldReader.ReadTurn("x", marked).Marks);
        Assert.Equal((start, end, policy, optional, group), (mark.Start, mark.End, mark.Policies[0], mark.IsOptional, mark.Group));
    }

    [Fact]
    public void ReadTurn_articleAtTheStart_isDoubtful()
    {
        var turn = GoldReader.ReadTurn("x", "on {date:the ninth of may}");
        Assert.Equal("on the ninth of may", turn.Text);
        Assert.Equal([(3, 7, true), (7, 19, false)], turn.Marks.Select(mark => (mark.Start, mark.End, mark.IsOptional)));
    }

    [Fact]
    public void ReadTurn_articleBeforeTheMark_isDoubtful() =>
        Assert.Equal(
            [(5, 7, true), (7, 10, false)],
            GoldReader.ReadTurn("x", "i am a {zodiac_sign:leo}").Marks.Select(mark => (mark.Start, mark.End, mark.IsOptional)));

    [Theory]
    [InlineData("{person_name:jo")]
    [InlineData("{Person:jo}")]
    [InlineData("jo}")]
    public void ReadTurn_brokenMark_isRefused(string marked) => Assert.Throws<FormatException>(() => GoldReader.ReadTurn("x", marked));
}
