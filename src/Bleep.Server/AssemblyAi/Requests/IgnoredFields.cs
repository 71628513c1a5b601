using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>Tells the client which of its fields change nothing here.</summary>
internal static partial class IgnoredFields
{
    private const int MaxWarnings = 50;

    /// <summary>Adds a warning for each field that asks for something and is not honoured.</summary>
    /// <param name="fields">The request.</param>
    /// <param name="warnings">The warnings so far.</param>
    public static void AddWarnings(TranscriptParams fields, List<string> warnings)
    {
        (string Name, bool IsSet)[] echoed =
        [
            ("language_detection_options", fields.LanguageDetectionOptions is { ValueKind: JsonValueKind.Object }),
            ("prompt", fields.Prompt is { Length: > 0 }),
            ("temperature", fields.Temperature is not null),
            ("remove_audio_tags", fields.RemoveAudioTags is not null),
            ("domain", fields.Domain is not null),
        ];
        warnings.AddRange(echoed.Where(field => field.IsSet).Select(field => $"{field.Name}: not supported; ignored"));
        foreach (var (name, value) in fields.Others ?? [])
        {
            if (!AsksForSomething(value))
            {
                continue;
            }
            if (warnings.Count >= MaxWarnings)
            {
                break;
            }
            // A name comes from the client: only what looks like a field is said again.
            warnings.Add(FieldName().IsMatch(name) ? $"{name}: not supported; ignored" : "a field with an unusual name is not supported; ignored");
        }
    }

    private static bool AsksForSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FieldName();
}
