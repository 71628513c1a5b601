using Bleep.Speech.Models;
using Bleep.Speech.Sherpa.Native;

namespace Bleep.Speech.Tests.Models;

public sealed class ModelCatalogueTests
{
    [Fact]
    public void Default_everyModel_isWellFormed()
    {
        var models = ModelCatalogue.Default.Models;

        Assert.Equal(models.Count, models.DistinctBy(model => model.Name).Count());
        Assert.Equal(models.Count, models.DistinctBy(model => model.Address).Count());
        Assert.All(models, model =>
        {
            Assert.True(ModelStore.IsName(model.Name));
            Assert.Equal("https", model.Address.Scheme);
            Assert.NotEmpty(model.Languages);
            Assert.All(model.Languages, code => Assert.Matches("^[a-z]{2,3}$", code));
            Assert.InRange(model.AboutMegabytes, 1, 5000);
            Assert.NotEmpty(model.Licence);
            Assert.NotEmpty(model.About);
            Assert.InRange(model.Rank, 0, 100);
        });
    }

    [Fact]
    public void Default_everyLibrary_isOfTheBindingsVersionAndHasItsHash()
    {
        Assert.All(ModelCatalogue.Default.Libraries, library =>
        {
            Assert.Equal(SherpaLibrary.Version, library.Version);
            Assert.Matches("^sha512-[A-Za-z0-9+/]{86}==$", library.Integrity);
            Assert.EndsWith($"{library.Package}-{library.Version}.tgz", library.Address.AbsolutePath, StringComparison.Ordinal);
            Assert.Contains("sherpa-onnx-c-api", library.Files[0], StringComparison.Ordinal);
        });
        Assert.NotNull(ModelCatalogue.Default.LibraryForThisMachine());
    }

    [Fact]
    public void Find_anyCase_findsTheModel() => Assert.NotNull(ModelCatalogue.Default.Find("Parakeet-TDT-0.6b-v3"));
}
