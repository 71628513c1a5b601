using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Policies;

public sealed class PolicyLabelTests
{
    [Theory]
    [InlineData("project", "PROJECT")]
    [InlineData(" Secret code ", "SECRET_CODE")]
    [InlineData("größe-2", "GRÖßE-2")]
    public void Normalize_goodLabel_givesTheTag(string label, string expected) => Assert.Equal(expected, PolicyLabel.Normalize(label));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a]b")]
    [InlineData("a\nb")]
    [InlineData("__")]
    [InlineData("<b>")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void TryNormalize_badLabel_givesAnErrorWithoutIt(string? label)
    {
        Assert.False(PolicyLabel.TryNormalize(label, out _, out string? error));
        Assert.DoesNotContain("a]b", error);
    }
}
