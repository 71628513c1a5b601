using System.Text.Json.Serialization;

namespace Bleep.Speech.Models;

/// <summary>A model in the data folder, as its <see cref="ManifestName"/> describes it.</summary>
/// <param name="Name">Its name: lower-case letters, digits, dots, hyphens and underscores.</param>
/// <param name="Kind">How it is built.</param>
/// <param name="Languages">Primary language codes it understands.</param>
/// <param name="Files">Its files by their role: <c>encoder</c>, <c>decoder</c>, <c>joiner</c>, <c>model</c>, <c>tokens</c>.</param>
/// <param name="Sha256">SHA-256 of every file in lower-case hexadecimal, recorded when it was installed.</param>
public sealed record InstalledModel(
    string Name, ModelKind Kind, IReadOnlyList<string> Languages, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Sha256)
{
    /// <summary>Name of the file that describes a model, in the model's folder.</summary>
    public const string ManifestName = "bleep-model.json";

    /// <summary>True when it writes capitals and sentence marks.</summary>
    public bool Punctuates { get; init; }

    /// <summary>True when it tells when each word was said.</summary>
    public bool TellsTimes { get; init; } = true;

    /// <summary>How good it is among the models of a language; more is better. 50 for a model the catalogue does not know.</summary>
    public int Rank { get; init; } = 50;

    /// <summary>Bytes of all its files.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Licence of the model as its makers name it; null when not known.</summary>
    public string? Licence { get; init; }

    /// <summary>Where it lies; not part of the description.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>True when it recognises running speech.</summary>
    [JsonIgnore]
    public bool IsOnline => Kind is ModelKind.OnlineTransducer or ModelKind.OnlineZipformerCtc or ModelKind.OnlineNemoCtc;

    /// <summary>Path of the file with this role.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such file.</exception>
    public string PathOf(string role) => Path.Combine(Folder, Files[role]);
}
