using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bleep.Api.Tests.Contract;

/// <summary>Holds an answer against the contract: its status, its content type, every value of its body.</summary>
internal static partial class WireContract
{
    private static readonly (string Method, string Path, Shape Shape)[] s_answers =
    [
        ("POST", "/v2/upload", WireShapes.Upload),
        ("POST", "/v2/transcript", WireShapes.Transcript),
        ("GET", "/v2/transcript", WireShapes.TranscriptList),
        ("GET", "/v2/transcript/{id}", WireShapes.Transcript),
        ("DELETE", "/v2/transcript/{id}", WireShapes.Transcript),
        ("GET", "/v2/transcript/{id}/sentences", WireShapes.Sentences),
        ("GET", "/v2/transcript/{id}/paragraphs", WireShapes.Paragraphs),
        ("GET", "/v2/transcript/{id}/word-search", WireShapes.WordSearch),
        ("GET", "/v2/transcript/{id}/redacted-audio", WireShapes.RedactedAudio),
        ("GET", "/v2/transcript/{id}/redacted-video", WireShapes.RedactedVideo),
        ("GET", "/v2/transcript/{id}/redactions", WireShapes.Redactions),
        ("POST", "/v2/redact-text", WireShapes.RedactedText),
    ];

    /// <summary>What is wrong with an answer; empty when nothing is.</summary>
    /// <param name="method">Method of the request.</param>
    /// <param name="path">Path of the request.</param>
    /// <param name="status">HTTP status of the answer.</param>
    /// <param name="contentType">Media type of the answer.</param>
    /// <param name="body">The answer.</param>
    public static IReadOnlyList<string> FaultsOf(string method, string path, int status, string? contentType, string body)
    {
        string route = Transcript().Replace(path, "/v2/transcript/{id}$1");
        if (status == 200 && (route.EndsWith("/srt", StringComparison.Ordinal) || route.EndsWith("/vtt", StringComparison.Ordinal)))
        {
            return contentType is "text/plain" or "text/vtt" ? [] : [$"{route} is {contentType}"];
        }
        bool mayWait = status == 202 && (route.EndsWith("/redacted-audio", StringComparison.Ordinal) || route.EndsWith("/redacted-video", StringComparison.Ordinal));
        var shape = status switch
        {
            200 => s_answers.FirstOrDefault(answer => answer.Method == method && answer.Path == route).Shape,
            202 when mayWait => WireShapes.RedactedMediaPending,
            400 or 401 or 403 or 404 or 405 or 413 or 421 or 429 or 507 => WireShapes.Error,
            _ => null,
        };
        if (shape is null)
        {
            return [$"{method} {route} answered {status}, which the contract does not know: {body}"];
        }
        if (contentType != "application/json")
        {
            return [$"{method} {route} answered {status} as {contentType}, not as JSON"];
        }
        List<string> faults = [];
        try
        {
            using var json = JsonDocument.Parse(body);
            shape.Check(json.RootElement, $"{method} {route} {status}", faults);
        }
        catch (JsonException error)
        {
            faults.Add($"{method} {route} answered {status} with broken JSON: {error.Message}");
        }
        return faults;
    }

    [GeneratedRegex("^/v2/transcript/[^/]+(/[^/]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Transcript();
}
