using Bleep.Pii.Redaction;
using Bleep.Views;

namespace Bleep.Tests.Views;

public sealed class WordSearchTests
{
    private static readonly RedactedTurn[] s_turns =
    [
        Given.Turn("Hello, John's account. The account!", 0, null, 1),
        Given.Turn("[PERSON_NAME], #### the account number.", 0.1, null, 2),
    ];

    private static int[] IndexesOf(string phrase) =>
        [.. WordSearch.Find(s_turns, [phrase]).SelectMany(match => match.Places).Select(place => place.Index)];

    [Theory]
    [InlineData("account", 3)]
    [InlineData("ACCOUNT", 3)]
    [InlineData("the account", 2)]
    [InlineData("the account number", 1)]
    [InlineData("johns", 1)]
    [InlineData("person_name", 1)]
    [InlineData("hello john's account the account", 1)]
    [InlineData("account hello", 0)]
    [InlineData("nowhere", 0)]
    [InlineData("####", 0)]
    public void Find_phrases_whatever_case_and_punctuation(string phrase, int count)
    {
        var words = WordList.Of(s_turns);
        int[] indexes = IndexesOf(phrase);
        Assert.Equal(count, indexes.Length);
        Assert.Equal(indexes.Order(), indexes);
        Assert.All(WordSearch.Find(s_turns, [phrase]).SelectMany(match => match.Places), place => Assert.Equal(words[place.Index].Start, place.Time.Start));
    }

    [Fact]
    public void Find_place_reaches_from_the_first_to_the_last_word()
    {
        var place = Assert.Single(Assert.Single(WordSearch.Find(s_turns, ["the account number"])).Places);
        Assert.Equal((600, 1300), (place.Time.Start.TotalMilliseconds, place.Time.End.TotalMilliseconds));
    }

    [Theory]
    [InlineData("a, b c ,,A", "a|b c")]
    [InlineData("one two three four five", "one two three four five")]
    [InlineData("one two three four five six", null)]
    [InlineData(" , ", null)]
    [InlineData(null, null)]
    public void TryReadPhrases_reads_a_list_or_says_why_not(string? query, string? expected)
    {
        Assert.Equal(expected is not null, WordSearch.TryReadPhrases(query, out var phrases, out string? error));
        Assert.Equal(expected, phrases is null ? null : string.Join('|', phrases));
        Assert.Equal(expected is null, error is not null);
        Assert.DoesNotContain("six", error ?? "", StringComparison.Ordinal);
    }
}
