namespace Bleep.Speech.Models;

/// <summary>A model that can be fetched.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it is built.</param>
/// <param name="Languages">Primary language codes it understands.</param>
/// <param name="Address">Address of its archive.</param>
/// <param name="AboutMegabytes">Roughly how large the archive is, in millions of bytes; what comes may have twice that.</param>
/// <param name="Licence">Licence of the model as its makers name it.</param>
/// <param name="Rank">How good it is among the models of a language, 0 to 100.</param>
public sealed record CatalogueModel(
    string Name, ModelKind Kind, IReadOnlyList<string> Languages, Uri Address, int AboutMegabytes, string Licence, int Rank)
{
    /// <summary>SHA-256 of the archive in lower-case hexadecimal; null when it is recorded at the first fetch.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What it is good for, in a few words.</summary>
    public string About { get; init; } = "";
}
