using System.Runtime.InteropServices;
using System.Text.Json;

namespace Bleep.Speech.Models;

/// <summary>What can be fetched: the models and the native library.</summary>
/// <param name="Models">Models, the best of a kind first.</param>
/// <param name="Libraries">The native library, an entry a platform.</param>
public sealed record ModelCatalogue(IReadOnlyList<CatalogueModel> Models, IReadOnlyList<CatalogueLibrary> Libraries)
{
    private static readonly Lazy<ModelCatalogue> s_default = new(Load);

    /// <summary>The catalogue of this build.</summary>
    public static ModelCatalogue Default => s_default.Value;

    /// <summary>Finds a model by name, in any case; null when there is none.</summary>
    public CatalogueModel? Find(string name) => Models.FirstOrDefault(model => model.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The native library for the machine this runs on; null when there is none.</summary>
    public CatalogueLibrary? LibraryForThisMachine()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : "other";
        string platform = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        return Libraries.FirstOrDefault(library => library.Platform == platform);
    }

    private static ModelCatalogue Load()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("Bleep.Speech.Models.catalogue.json")!;
        return JsonSerializer.Deserialize(stream, ModelJson.Default.ModelCatalogue)!;
    }
}
