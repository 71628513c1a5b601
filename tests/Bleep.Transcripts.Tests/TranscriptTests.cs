using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Transcripts.Tests;

public sealed class TranscriptTests
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(1);

    private static (Word, string?, int?) Word(string text, double start, string? speaker = null, int? channel = null) =>
        (new Word(text, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(start + 0.3)), speaker, channel);

    [Fact]
    public void GroupIntoTurns_longPause_beginsANewTurn() => Assert.Equal(["a b", "c"],
        Transcript.GroupIntoTurns([Word("c", 3), Word("a", 0), Word("b", 1)], MaxPause).Select(turn => turn.Text));

    [Fact]
    public void GroupIntoTurns_otherSpeaker_beginsANewTurn() => Assert.Equal([("A", "a"), ("B", "b c"), ("A", "d")],
        Transcript.GroupIntoTurns([Word("a", 0, "A"), Word("b", 0.5, "B"), Word("c", 1, "B"), Word("d", 1.5, "A")], MaxPause)
            .Select(turn => (turn.Speaker!, turn.Text)));

    [Fact]
    public void GroupIntoTurns_twoChannels_areKeptApart() => Assert.Equal([(1, "a c"), (2, "b d")],
        Transcript.GroupIntoTurns([Word("a", 0, "1", 1), Word("b", 0.1, "2", 2), Word("c", 0.5, "1", 1), Word("d", 0.6, "2", 2)], MaxPause)
            .Select(turn => (turn.Channel!.Value, turn.Text)));

    [Fact]
    public void GroupIntoTurns_anyWords_keepsAllInOrder()
    {
        var words = Gen.Zip(Gen.Choose(0, 60), Gen.Zip(Gen.Elements("A", "B"), Gen.Elements<int?>(1, 2, null))).ListOf();
        Prop.ForAll(words.ToArbitrary(), drawn =>
        {
            var given = drawn.Select((entry, index) => Word($"w{index}", entry.Item1 / 4.0, entry.Item2.Item1, entry.Item2.Item2)).ToList();
            var turns = Transcript.GroupIntoTurns(given, MaxPause);
            bool ordered = turns.Zip(turns.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start)
                && turns.All(turn => turn.Words.Zip(turn.Words.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start
                    && pair.Second.Start - pair.First.End <= MaxPause));
            return ordered && turns.SelectMany(turn => turn.Words.Select(word => (word, turn.Speaker, turn.Channel))).ToHashSet().SetEquals(given);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Words_overlappingTurns_areOrderedByTime()
    {
        var transcript = new Transcript(Transcript.GroupIntoTurns([Word("a", 0, "1", 1), Word("b", 0.1, "2", 2), Word("c", 0.5, "1", 1)], MaxPause));
        Assert.Equal(["a", "b", "c"], transcript.Words.Select(word => word.Text));
    }

    [Fact]
    public void Turn_empty_hasZeroTimes()
    {
        var turn = new Turn([]);
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero, ""), (turn.Start, turn.End, turn.Text));
    }
}
