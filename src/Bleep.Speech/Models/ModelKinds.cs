using System.Text.Json;

namespace Bleep.Speech.Models;

/// <summary>The kinds of models by the names users read and write.</summary>
public static class ModelKinds
{
    /// <summary>Name of a kind, such as <c>nemo-transducer</c>.</summary>
    public static string NameOf(ModelKind kind) => JsonSerializer.Serialize(kind, ModelJson.Default.ModelKind).Trim('"');
}
