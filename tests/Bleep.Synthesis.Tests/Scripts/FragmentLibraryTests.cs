using Bleep.Pii.Policies;
using Bleep.Synthesis.Scripts;

namespace Bleep.Synthesis.Tests.Scripts;

public sealed class FragmentLibraryTests
{
    private static readonly FragmentLibrary s_library = FragmentLibrary.Default;

    [Fact]
    public void All_names_areUnique() => Assert.Equal(s_library.All.Count, s_library.All.Select(fragment => fragment.Id).Distinct().Count());

    [Fact]
    public void All_fragments_aboutAThirdIsHeldOut()
    {
        double share = s_library.All.Count(fragment => fragment.IsHeldOut) / (double)s_library.All.Count;
        Assert.InRange(share, 0.3, 0.37);
    }

    [Theory]
    [InlineData(TemplateSplit.Training, 4)]
    [InlineData(TemplateSplit.Heldout, 2)]
    public void For_split_everyDocumentedPolicyHasTemplates(TemplateSplit split, int least)
    {
        var counts = PiiPolicies.Documented.ToDictionary(
            policy => policy.Name, policy => s_library.For(split).Count(fragment => fragment.Policies.Contains(policy.Name)));

        Assert.All(counts, count => Assert.True(count.Value >= least, $"{count.Key} has {count.Value}"));
    }

    [Theory]
    [InlineData(TemplateSplit.Training)]
    [InlineData(TemplateSplit.Heldout)]
    public void For_split_everyDomainCanBeginAndEnd(TemplateSplit split)
    {
        foreach (string domain in s_library.Domains)
        {
            var stages = s_library.For(split).Where(fragment => fragment.Domains.Contains(domain)).Select(fragment => fragment.Stage).ToHashSet();
            Assert.Contains(FragmentStage.Open, stages);
            Assert.Contains(FragmentStage.Verify, stages);
            Assert.Contains(FragmentStage.Topic, stages);
            Assert.Contains(FragmentStage.Close, stages);
        }
    }

    [Fact]
    public void All_policies_areKnown() => Assert.All(
        s_library.All.SelectMany(fragment => fragment.Policies), name => Assert.True(PiiPolicies.TryFind(name, out _), name));
}
