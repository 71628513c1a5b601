using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Policies;

public sealed class PolicyThresholdsTests
{
    [Fact]
    public void TryParse_twoPolicies_readsBoth()
    {
        Assert.True(PolicyThresholds.TryParse("person_name=0.4, date=1", out var thresholds, out _));
        Assert.Equal(2, thresholds.Count);
        Assert.Equal(0.4, thresholds[PiiPolicies.PersonName]);
        Assert.Equal(1, thresholds[PiiPolicies.Date]);
    }

    [Theory]
    [InlineData("person_name")]
    [InlineData("person_name=high")]
    [InlineData("person_name=1.5")]
    [InlineData("person_name=-0.1")]
    [InlineData("person_nam=0.5")]
    [InlineData("date=0.5,date=0.6")]
    public void TryParse_brokenList_saysWhatIsWrong(string list)
    {
        Assert.False(PolicyThresholds.TryParse(list, out var thresholds, out string? error));
        Assert.Empty(thresholds);
        Assert.False(string.IsNullOrEmpty(error));
    }
}
