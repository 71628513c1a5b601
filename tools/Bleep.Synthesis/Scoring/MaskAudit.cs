using System.Text.Json;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Scoring;

/// <summary>What a redaction says it did: the audit that <c>bleep redact</c> writes.</summary>
/// <param name="Redactions">Each redaction with its policy and its time, before padding.</param>
/// <param name="Masked">The stretches of sound that were covered, padding included.</param>
public sealed record MaskAudit(IReadOnlyList<(string Policy, TimeRange Time)> Redactions, Timeline Masked)
{
    /// <summary>Reads an audit: <c>redactions</c> with policy, start_ms and end_ms; <c>masked</c> with start_ms and end_ms (where it is
    /// missing, the redactions' own times count).</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <exception cref="JsonException">The file is not an audit.</exception>
    public static MaskAudit Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("redactions", out var list))
        {
            throw new JsonException("an audit has 'redactions'");
        }
        var redactions = list.EnumerateArray().Select(entry => (entry.GetProperty("policy").GetString()!, Range(entry))).ToList();
        var masked = document.RootElement.TryGetProperty("masked", out var ranges)
            ? ranges.EnumerateArray().Select(Range)
            : redactions.Select(entry => entry.Item2);
        return new MaskAudit(redactions, Timeline.Of(masked));
    }

    private static TimeRange Range(JsonElement entry) =>
        TimeRange.FromMilliseconds(entry.GetProperty("start_ms").GetDouble(), entry.GetProperty("end_ms").GetDouble());
}
