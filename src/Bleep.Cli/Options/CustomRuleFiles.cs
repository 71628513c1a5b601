using System.Text;
using System.Text.Json;
using Bleep.Pii.Custom;
using Bleep.Pii.StaticEntities;
using Bleep.Pipeline;

namespace Bleep.Cli.Options;

/// <summary>Reads the files of terms and patterns that are the user's own. Messages never show a term or a pattern.</summary>
internal static class CustomRuleFiles
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary><c>{"LABEL": ["term", …], …}</c>.</summary>
    public static StaticEntityMatcher ReadStaticEntities(string path)
    {
        var labels = ReadLabels(path, "terms, such as {\"PROJECT\": [\"bearclaw\"]}");
        return StaticEntityMatcher.TryCreate(labels, out var matcher, out string? error)
            ? matcher
            : throw CommandFailure.Usage($"{path}: {error}");
    }

    /// <summary><c>{"LABEL": ["pattern", …], …}</c>.</summary>
    public static CustomPatterns ReadPatterns(string path)
    {
        var labels = ReadLabels(path, "regular expressions, such as {\"TICKET\": [\"TCK-[0-9]+\"]}");
        return CustomPatterns.TryCreate(labels, out var patterns, out string? error)
            ? patterns
            : throw CommandFailure.Usage($"{path}: {error}");
    }

    /// <summary>Terms under <c>[policy]</c> lines.</summary>
    public static UserLexicon ReadLexicon(string path) => UserLexicon.TryRead(ReadLines(path), out var lexicon, out string? error)
        ? lexicon
        : throw CommandFailure.Usage($"{path}: {error}");

    /// <summary>One term a line; lines that begin with # say nothing.</summary>
    public static AllowedTerms ReadAllowed(string path)
    {
        string[] terms = [.. ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
        return AllowedTerms.TryCreate(terms, out var allowed, out string? error) ? allowed : throw CommandFailure.Usage($"{path}: {error}");
    }

    private static string[] ReadLines(string path) => Encoding.UTF8.GetString(SettingsFile.ReadBytes(path, MaxBytes)).Split('\n');

    private static Dictionary<string, IReadOnlyList<string>> ReadLabels(string path, string expected)
    {
        var labels = new Dictionary<string, IReadOnlyList<string>>();
        try
        {
            using var document = JsonDocument.Parse(SettingsFile.ReadBytes(path, MaxBytes));
            foreach (var label in document.RootElement.EnumerateObject())
            {
                labels[label.Name] = label.Value.ValueKind == JsonValueKind.String
                    ? [label.Value.GetString()!]
                    : [.. label.Value.EnumerateArray().Select(entry => entry.GetString() ?? "")];
            }
            return labels;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw CommandFailure.Usage($"{path}: expected is a JSON object of labels with {expected}");
        }
    }
}
