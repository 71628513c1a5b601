using Bleep.Live;
using Bleep.Pii.Detection;
using Bleep.Pii.Redaction;
using Bleep.Pipeline;

namespace Bleep.Tests.Live;

public sealed class LiveRedactorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly LiveRedactor _redactor = new(new PersonalDataFinder(new PiiDetectorOptions()), new HashSubstitution());

    [Fact]
    public void Finish_lets_the_question_of_the_turn_before_explain_the_answer()
    {
        Assert.Equal("what are the last four digits of your social", Say("what are the last four digits of your social"));

        Assert.Equal("### ## ###### ###", Say("six oh double two"));
    }

    [Fact]
    public void Finish_knows_a_name_that_was_learnt_many_turns_ago()
    {
        Say("may i have your name");
        Say("my name is gerald whitcombe");
        for (int turn = 0; turn < 3 * LiveContextTurns; turn++)
        {
            Say("the parcel has not come yet and nobody could tell me why");
        }

        Assert.DoesNotContain("whitcombe", Say("and please put whitcombe on the parcel"), StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_gives_one_plain_word_for_each_word_heard_and_masks_the_private_ones()
    {
        var words = LiveCall.Words("um my name is john lowery", startMs: 1000);

        var turn = _redactor.Finish(words, cancellationToken: Token);

        Assert.Equal("um my name is #### ######", turn.Plain.Text);
        Assert.Equal(words.Select(word => word.Time), turn.Plain.Words.Select(word => new Transcripts.TimeRange(word.Start, word.End)));
        var mask = Assert.Single(turn.Masks.Ranges);
        Assert.Equal(words[4].Start, mask.Start);
        Assert.Equal(words[5].End, mask.End);
        Assert.Equal("My name is #### ######.", turn.Formatted.Text);
    }

    private const int LiveContextTurns = 8;

    private string Say(string text) => _redactor.Finish(LiveCall.Words(text), cancellationToken: Token).Plain.Text;
}
