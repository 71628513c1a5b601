using Bleep.Synthesis.Errors;
using Bleep.Synthesis.Scripts;

namespace Bleep.Synthesis.Tests.Errors;

public sealed class RecognizerErrorsTests
{
    private static readonly CallGenerator s_generator = new();

    [Fact]
    public void Apply_noErrors_leavesTheCallAsItIs()
    {
        var call = s_generator.Generate(1);

        var heard = new RecognizerErrors(0).Apply(call, 1);

        Assert.Equal(call.Turns.Select(turn => turn.Spoken), heard.Turns.Select(turn => turn.Spoken));
        Assert.Equal(call.Turns.SelectMany(turn => turn.Spans), heard.Turns.SelectMany(turn => turn.Spans));
    }

    [Fact]
    public void Apply_sameSeed_sameMistakes()
    {
        var call = s_generator.Generate(2);
        var errors = new RecognizerErrors(0.2);

        Assert.Equal(
            errors.Apply(call, 5).Turns.Select(turn => turn.Spoken), errors.Apply(call, 5).Turns.Select(turn => turn.Spoken));
    }

    [Fact]
    public void Apply_errors_spansStillHoldTheirWordsAndChangedOnesAreMarked()
    {
        var errors = new RecognizerErrors(0.15);
        int misheard = 0;
        foreach (var call in s_generator.Generate(0, 100))
        {
            var heard = errors.Apply(call, 9);
            foreach (var (before, after) in call.Turns.Zip(heard.Turns))
            {
                Assert.All(after.Spans, span => Assert.Equal(
                    span.Value, string.Join(' ', after.Words.Skip(span.Start).Take(span.End - span.Start).Select(word => word.Text))));
                Assert.All(after.Spans.Where(span => span.Group is null), span => Assert.Contains(before.Spans, old => old.Value == span.Value));
                misheard += after.Spans.Count(span => span.Group == "misheard");
            }
        }
        Assert.True(misheard > 100, $"only {misheard}");
    }

    [Fact]
    public void Apply_rate_aboutThatShareOfWordsChanges()
    {
        var calls = s_generator.Generate(0, 100).ToList();
        var errors = new RecognizerErrors(0.1);

        int kept = 0, all = 0;
        foreach (var call in calls)
        {
            foreach (var (before, after) in call.Turns.Zip(errors.Apply(call, 3).Turns))
            {
                // A longest common run would be exact; counting words that vanished is close enough here.
                var left = after.Words.Select(word => word.Text).ToList();
                kept += before.Words.Count(word => left.Remove(word.Text));
                all += before.Words.Count;
            }
        }
        Assert.InRange(1 - kept / (double)all, 0.07, 0.2);
    }

    [Theory]
    [InlineData("smith", "smyth")]
    [InlineData("fill", "phil")]
    [InlineData("night", "nite")]
    public void SoundKey_wordsThatSoundAlike_shareAKey(string one, string other) => Assert.Equal(SoundKey.Of(one), SoundKey.Of(other));
}
