using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Tests.Pipeline;

public sealed class SpeakerLabelsTests
{
    private static IEnumerable<string?> Neutralise(params string?[] speakers) =>
    [
        .. SpeakerLabels.Neutralise(new Transcript([.. speakers.Select(speaker => new Turn([]) { Speaker = speaker })])).Turns.Select(turn => turn.Speaker),
    ];

    [Fact]
    public void Neutralise_roles_letters_and_numbers_stay() =>
        Assert.Equal((string?[])["agent", "Caller", "A", "1", "12", null], Neutralise("agent", "Caller", "A", "1", "12", null));

    [Fact]
    public void Neutralise_names_become_letters_that_nobody_has() =>
        Assert.Equal((string?[])["B", "A", "C", "B"], Neutralise("John Smith", "A", "Maria", "John Smith"));

    [Fact]
    public void Neutralise_many_names_all_differ() =>
        Assert.Equal(1000, Neutralise([.. Enumerable.Range(0, 1000).Select(index => $"name {index}")]).Distinct().Count());
}
