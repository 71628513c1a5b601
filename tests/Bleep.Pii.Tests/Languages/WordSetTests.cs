using Bleep.Pii.Languages;

namespace Bleep.Pii.Tests.Languages;

public sealed class WordSetTests
{
    [Fact]
    public void English_always_hasEverySet()
    {
        string sets = LanguagePackLoader.Read("Languages/en/sets.txt")!;
        Assert.All(Enum.GetNames<WordSet>(), name => Assert.Contains($"\n{name}: ", sets));
    }

    [Theory]
    [InlineData("Street", true)]
    [InlineData("street", true)]
    [InlineData("elephant", false)]
    public void Has_word_whateverItsCase(string word, bool expected) =>
        Assert.Equal(expected, LanguagePack.For("en").Has(WordSet.CertainStreetType, word));

    [Fact]
    public void Has_languageWithoutTheSet_isFalse() => Assert.False(LanguagePackLoader.Load("xx").Has(WordSet.NameParticle, "de"));
}
