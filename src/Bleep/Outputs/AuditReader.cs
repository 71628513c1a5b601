using System.Text.Json;
using Bleep.Pii.Policies;
using Bleep.Transcripts;

namespace Bleep.Outputs;

/// <summary>Reads back what an audit says of the redaction, for <c>verify</c>.</summary>
public static class AuditReader
{
    /// <summary>The largest audit that is read: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads an audit.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <returns>What it says; null when it is no audit.</returns>
    public static AuditClaims? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var settings = root.GetProperty("settings");
            string policies = string.Join(',', settings.GetProperty("policies").EnumerateArray().Select(policy => policy.GetString()));
            if (!PiiPolicySet.TryParse(policies, out var set, out _))
            {
                return null;
            }
            var redactions = root.GetProperty("redactions").EnumerateArray().Select(redaction => new Redaction(
                TimeRange.FromMilliseconds(redaction.GetProperty("start_ms").GetDouble(), redaction.GetProperty("end_ms").GetDouble()),
                redaction.GetProperty("policy").GetString()!,
                redaction.GetProperty("score").GetDouble(),
                redaction.GetProperty("recognizer").GetString()!));
            return new AuditClaims(
                root.GetProperty("engine").GetString()!, set, settings.GetProperty("sensitivity").GetString()!,
                settings.GetProperty("language").GetString()!, [.. redactions]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }
}
