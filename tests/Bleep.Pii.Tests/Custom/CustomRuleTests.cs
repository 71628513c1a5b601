using Bleep.Pii.Custom;
using Bleep.Pii.StaticEntities;
using Bleep.Pii.Tests.Formatting;
using Bleep.Transcripts;

namespace Bleep.Pii.Tests.Custom;

public sealed class CustomRuleTests
{
    private static bool TryPatterns(out CustomPatterns? patterns, out string? error, params string[] expressions) =>
        CustomPatterns.TryCreate(new Dictionary<string, IReadOnlyList<string>> { ["secretlabel"] = expressions }, out patterns, out error);

    [Theory]
    [InlineData("((a{200}){200}){200}", "repeats too often")]
    [InlineData("(?<=a)b", "look-around")]
    [InlineData("(a)\\1", "back-reference")]
    [InlineData("(", "no valid")]
    [InlineData("", "1 to 1000")]
    public void TryCreate_patterns_without_linear_time_are_refused(string expression, string part)
    {
        Assert.False(TryPatterns(out _, out string? error, "ok", expression));
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.Contains("Pattern 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCreate_patterns_too_many_are_refused()
    {
        Assert.True(TryPatterns(out var patterns, out _, [.. Enumerable.Repeat("a", CustomPatterns.MaxPatterns)]));
        Assert.Equal(CustomPatterns.MaxPatterns, patterns!.Count);
        Assert.False(TryPatterns(out _, out _, [.. Enumerable.Repeat("a", CustomPatterns.MaxPatterns + 1)]));
        Assert.False(TryPatterns(out _, out _, new string('a', CustomPatterns.MaxPatternLength + 1)));
    }

    [Fact]
    public void Find_patterns_in_formatted_words_cover_the_spoken_ones()
    {
        Assert.True(TryPatterns(out var patterns, out _, "[0-9]{3}-[0-9]{4}"));
        var turns = new Bleep.Pii.Formatting.TranscriptFormatter(new()).Format(
            Speech.Transcript("hello", "call two six five one seven one four now"), TestContext.Current.CancellationToken);
        var span = Assert.Single(patterns!.Find(turns, TestContext.Current.CancellationToken));
        Assert.Equal((1, new WordRange(1, 8), "SECRETLABEL"), (span.Turn, span.Words, span.Label));
    }

    [Fact]
    public void TryCreate_allowed_terms_are_checked_without_being_shown()
    {
        Assert.True(AllowedTerms.TryCreate(["John", "\"john\"", "New York"], out var allowed, out _));
        Assert.Equal(2, allowed.Count);
        Assert.True(allowed.Contains("JOHN,"));
        foreach (string?[] bad in (string?[][])[["ok", null], ["ok", "..."], ["ok", new string('q', AllowedTerms.MaxTermLength + 1)]])
        {
            Assert.False(AllowedTerms.TryCreate(bad, out _, out string? error));
            Assert.StartsWith("Term 2", error, StringComparison.Ordinal);
            Assert.DoesNotContain("qqq", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TermCount_static_terms_are_counted() =>
        Assert.Equal(3, new StaticEntityMatcher(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["x", "y"], ["b"] = ["z"] }).TermCount);
}
