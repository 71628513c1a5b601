using Bleep.Pii.Policies;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Scripts;

namespace Bleep.Synthesis.Tests.Scripts;

public sealed class CallGeneratorTests
{
    [Fact]
    public void Generate_sameSeed_sameCall()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var first = new CallGenerator().Generate(seed);
            var second = new CallGenerator().Generate(seed);
            Assert.Equal(Flat(first), Flat(second));
        }
    }

    [Fact]
    public void Generate_differentSeeds_differentCalls() =>
        Assert.Equal(100, new CallGenerator().Generate(0, 100).Select(Flat).Distinct().Count());

    [Theory]
    [InlineData(TemplateSplit.All)]
    [InlineData(TemplateSplit.Training)]
    [InlineData(TemplateSplit.Heldout)]
    public void Generate_44Seeds_holdAllDocumentedPolicies(TemplateSplit split)
    {
        var generator = new CallGenerator(new CallOptions { Split = split });

        var found = generator.Generate(1000, 44).SelectMany(call => call.Turns).SelectMany(turn => turn.Spans)
            .Where(span => !span.Optional).Select(span => span.Policy).ToHashSet();

        Assert.Empty(PiiPolicies.Documented.Select(policy => policy.Name).Except(found));
    }

    [Fact]
    public void Generate_twentySeedsFromOne_holdAllDocumentedPolicies()
    {
        var found = new CallGenerator().Generate(1, 20).SelectMany(call => call.Turns).SelectMany(turn => turn.Spans)
            .Where(span => !span.Optional).Select(span => span.Policy).ToHashSet();

        Assert.Empty(PiiPolicies.Documented.Select(policy => policy.Name).Except(found));
    }

    [Fact]
    public void Generate_anySeed_onlyKnownPolicies()
    {
        var names = new CallGenerator().Generate(0, 200).SelectMany(call => call.Turns).SelectMany(turn => turn.Spans.Concat(turn.WrittenSpans))
            .Select(span => span.Policy).Distinct();

        Assert.All(names, name => Assert.True(PiiPolicies.TryFind(name, out _), name));
    }

    [Fact]
    public void Generate_anySeed_spansHoldTheirValues()
    {
        foreach (var turn in new CallGenerator().Generate(500, 300).SelectMany(call => call.Turns))
        {
            Assert.NotEmpty(turn.Words);
            foreach (var span in turn.Spans)
            {
                Assert.True(0 <= span.Start && span.Start < span.End && span.End <= turn.Words.Count, $"{span} in '{turn.Spoken}'");
                Assert.Equal(span.Value, string.Join(' ', turn.Words.Skip(span.Start).Take(span.End - span.Start).Select(word => word.Text)));
            }
            foreach (var span in turn.WrittenSpans)
            {
                Assert.Equal(span.Value, turn.Written[span.Start..span.End], ignoreCase: true);
                Assert.Equal(span.Value.Trim(), span.Value);
            }
            // Relative days are found in each form by itself; what templates mark must be in both.
            Assert.Equal(
                turn.Spans.Where(span => !span.Optional).Select(span => span.Policy),
                turn.WrittenSpans.Where(span => !span.Optional).Select(span => span.Policy));
        }
    }

    [Fact]
    public void Generate_anySeed_spokenWordsAreWhatARecogniserWrites()
    {
        foreach (var turn in new CallGenerator().Generate(0, 300).SelectMany(call => call.Turns))
        {
            Assert.All(turn.Words, word => Assert.Matches("^[a-z][a-z']*$", word.Text));
        }
    }

    [Fact]
    public void Generate_anySeed_writtenTextIsTidy()
    {
        foreach (var turn in new CallGenerator().Generate(0, 300).SelectMany(call => call.Turns))
        {
            Assert.DoesNotContain("  ", turn.Written, StringComparison.Ordinal);
            Assert.DoesNotMatch("[,?!] ?[,.?!]", turn.Written);
            Assert.Equal(turn.Written.Trim(), turn.Written);
        }
    }

    [Theory]
    [InlineData(TemplateSplit.Training, false)]
    [InlineData(TemplateSplit.Heldout, true)]
    public void Generate_split_usesOnlyItsTemplates(TemplateSplit split, bool isHeldOut)
    {
        var used = new CallGenerator(new CallOptions { Split = split }).Generate(0, 200).SelectMany(call => call.Fragments).ToHashSet();

        Assert.All(
            FragmentLibrary.Default.All.Where(fragment => used.Contains(fragment.Id)), fragment => Assert.Equal(isHeldOut, fragment.IsHeldOut));
    }

    [Fact]
    public void Generate_oneDomain_onlyThatDomain() => Assert.All(
        new CallGenerator(new CallOptions { Domain = "dictation" }).Generate(0, 30), call => Assert.Equal("dictation", call.Domain));

    [Fact]
    public void Generate_noDisfluency_nobodyHesitatesOutsideValues()
    {
        var generator = new CallGenerator(new CallOptions { Disfluency = 0 });

        var plain = generator.Generate(0, 100).SelectMany(call => call.Turns)
            .SelectMany(turn => turn.Words.Where((_, index) => !turn.Spans.Any(span => span.Start <= index && index < span.End)));

        Assert.DoesNotContain(plain, word => word.Text is "um" or "er");
    }

    [Fact]
    public void Constructor_unknownDomain_namesTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => new CallGenerator(new CallOptions { Domain = "circus" }));
        Assert.Contains("banking", error.Message, StringComparison.Ordinal);
    }

    private static string Flat(SyntheticCall call) => string.Join('\n', call.Turns.Select(
        turn => $"{turn.Speaker}: {turn.Spoken} / {turn.Written} / {string.Join(';', turn.Spans)} / {string.Join(';', turn.WrittenSpans)}"));
}
