using Bleep.Pii.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.Policies;

public sealed class PiiPolicySetTests
{
    [Fact]
    public void Parse_namesAndAliases_givesTheSetInOrder() =>
        Assert.Equal("banking_information,person_name", PiiPolicySet.Parse(" person_name, BANK_ROUTING,person_name ").ToString());

    [Fact]
    public void Parse_all_meansTheDocumentedOnes()
    {
        Assert.Equal(PiiPolicySet.Documented, PiiPolicySet.Parse("all"));
        Assert.Equal(45, PiiPolicySet.Parse("all,year").Count);
        Assert.True(PiiPolicySet.Parse("all,project").Contains(PiiPolicies.Project));
    }

    [Theory]
    [InlineData("person_nam", "There is no policy 'person_nam'; did you mean 'person_name'?")]
    [InlineData("phone_number,qqqqzzzzxxxx", "There is no policy 'qqqqzzzzxxxx'.")]
    [InlineData("", "No policy is named; leave the list out to have all of them.")]
    [InlineData(" , ", "No policy is named; leave the list out to have all of them.")]
    public void TryParse_badList_saysWhat(string list, string expected)
    {
        Assert.False(PiiPolicySet.TryParse(list, out var set, out string? error));
        Assert.Null(set);
        Assert.Equal(expected, error);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => PiiPolicySet.Parse(list)).Message);
    }

    [Fact]
    public void TryParse_hugeName_isCutInTheMessage()
    {
        Assert.False(PiiPolicySet.TryParse(new string('x', 100_000) + "\n", out _, out string? error));
        Assert.True(error.Length < 200);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void Contains_policyOfALabel_isFalse()
    {
        var label = PiiPolicy.ForLabel("project x");
        Assert.Equal("PROJECT_X", label.Tag);
        Assert.Equal(-1, label.Index);
        Assert.False(PiiPolicySet.Everything.Contains(label));
        Assert.Throws<ArgumentException>(() => PiiPolicySet.Of(label));
    }

    [Fact]
    public void Operations_anySets_followSetAlgebra()
    {
        var sets = Gen.Choose(0, 64).ListOf().Select(indexes => indexes.Distinct().ToHashSet());
        Prop.ForAll(sets.ToArbitrary(), sets.ToArbitrary(), (left, right) =>
        {
            var a = PiiPolicySet.Of(left.Select(index => PiiPolicies.All[index]));
            var b = PiiPolicySet.Of(right.Select(index => PiiPolicies.All[index]));
            return Same(a.Union(b), left.Union(right)) && Same(a.Intersect(b), left.Intersect(right))
                && Same(a.Except(b), left.Except(right)) && a.Count == left.Count
                && (a.Count == 0 || PiiPolicySet.TryParse(a.ToString(), out var read, out _) && read.Equals(a));
        }).QuickCheckThrowOnFailure();

        static bool Same(PiiPolicySet set, IEnumerable<int> indexes) => set.Select(policy => policy.Index).SequenceEqual(indexes.Order());
    }
}
