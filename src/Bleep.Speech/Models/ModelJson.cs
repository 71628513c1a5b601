using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bleep.Speech.Models;

/// <summary>The catalogue and the descriptions in the data folder as JSON.</summary>
[JsonSerializable(typeof(ModelCatalogue))]
[JsonSerializable(typeof(InstalledModel))]
[JsonSerializable(typeof(ModelKind))]
[JsonSerializable(typeof(InstalledLibrary))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Fetching.PartialFile))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, AllowTrailingCommas = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
internal sealed partial class ModelJson : JsonSerializerContext
{
    /// <summary>Longest description that is read.</summary>
    private const int MaxBytes = 1 << 20;

    /// <summary>Reads a description; null when it is missing or damaged.</summary>
    public static T? TryRead<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            using var file = File.OpenRead(path);
            return file.Length > MaxBytes ? null : JsonSerializer.Deserialize(file, type);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a description so that readers see the old or the new one, never half of it.</summary>
    public static void Write<T>(string path, T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var fresh = $"{path}.{Path.GetRandomFileName()}";
        using (var file = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, value, type);
        }
        File.Move(fresh, path, overwrite: true);
    }
}
