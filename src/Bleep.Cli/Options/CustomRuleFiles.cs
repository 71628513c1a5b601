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
    public static (StaticEntityMatcher Rules, int Count) ReadStaticEntities(string path)
    {
        var labels = ReadLabels(path, "terms, such as {\"PROJECT\": [\"bearclaw\"]}");
        return StaticEntityMatcher.TryCreate(labels, out var matcher, out string? error)
            ? (matcher, Count(labels))
            : throw CommandFailure.Usage($"{path}: {error}");
    }

    /// <summary><c>{"LABEL": ["pattern", …], …}</c>.</summary>
    public static (CustomPatterns Rules, int Count) ReadPatterns(string path)
    {
        var labels = ReadLabels(path, "regular expressions, such as {\"TICKET\": [\"TCK-[0-9]+\"]}");
        return CustomPatterns.TryCreate(labels, out var patterns, out string? error)
            ? (patterns, Count(labels))
            : throw CommandFailure.Usage($"{path}: {error}");
    }

    /// <summary>Terms under <c>[policy]</c> lines.</summary>
    public static (UserLexicon Rules, int Count) ReadLexicon(string path) => UserLexicon.TryRead(ReadLines(path), out var lexicon, out string? error)
        ? (lexicon, lexicon.TermCount)
        : throw CommandFailure.Usage($"{path}: {error}");

    /// <summary>One term a line; lines that begin with # say nothing.</summary>
    public static (AllowedTerms Rules, int Count) ReadAllowed(string path)
    {
        string[] terms = [.. ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
        return (new AllowedTerms(terms), terms.Length);
    }

    private static string[] ReadLines(string path) => Encoding.UTF8.GetString(SettingsFile.ReadBytes(path, MaxBytes)).Split('\n');

    private static int Count(Dictionary<string, IReadOnlyList<string>> labels) => labels.Values.Sum(list => list.Count);

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
