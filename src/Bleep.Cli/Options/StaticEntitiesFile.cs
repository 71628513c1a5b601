using System.Text.Json;
using Bleep.Pii.StaticEntities;

namespace Bleep.Cli.Options;

/// <summary>Reads the user's own terms: <c>{"LABEL": ["term", …], …}</c>. Messages never show a term.</summary>
internal static class StaticEntitiesFile
{
    private const int MaxBytes = 64 * 1024 * 1024;

    public static (StaticEntityMatcher Matcher, int Terms) Read(string path)
    {
        var labels = new Dictionary<string, IReadOnlyList<string>>();
        try
        {
            using var document = JsonDocument.Parse(SettingsFile.ReadBytes(path, MaxBytes));
            foreach (var label in document.RootElement.EnumerateObject())
            {
                labels[label.Name] = [.. label.Value.EnumerateArray().Select(term => term.GetString() ?? "")];
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw CommandFailure.Usage($"{path}: a JSON object of labels with arrays of terms is expected, such as {{\"PROJECT\": [\"bearclaw\"]}}");
        }
        return StaticEntityMatcher.TryCreate(labels, out var matcher, out string? error)
            ? (matcher, labels.Values.Sum(terms => terms.Count))
            : throw CommandFailure.Usage($"{path}: {error}");
    }
}
