using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pipeline;

namespace Bleep.Tests.Pipeline;

public sealed class UserLexiconTests
{
    [Fact]
    public void TryCreate_terms_of_a_policy_act_under_it()
    {
        Assert.True(UserLexicon.TryCreate(
            new Dictionary<string, IReadOnlyList<string>> { ["person_name"] = ["zorkulon"], ["gadget"] = ["flux capacitor"] }, out var lexicon, out _));
        Assert.Equal(2, lexicon.TermCount);
        Assert.True(PiiPolicySet.TryParse("person_name", out var policies, out _));
        var finder = new PersonalDataFinder(new PiiDetectorOptions { Policies = policies }) { Lexicon = lexicon };
        Assert.Equal(2, finder.CustomRuleCount);
        var spans = finder.FindText([new TextTurn("zorkulon has a flux-capacitor")], TestContext.Current.CancellationToken);
        Assert.Equal([null, "GADGET"], spans.Where(span => span.Recognizer == "lexicon").OrderBy(span => span.Chars.Start).Select(span => span.Label));
    }

    [Fact]
    public void TryCreate_term_without_letters_is_refused() =>
        Assert.False(UserLexicon.TryCreate(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["-"] }, out _, out _));
}
