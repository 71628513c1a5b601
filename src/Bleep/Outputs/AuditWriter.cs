using System.Text.Json;
using Bleep.Transcripts;

namespace Bleep.Outputs;

/// <summary>Writes an audit as JSON.</summary>
public static class AuditWriter
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true };

    /// <summary>Writes one audit.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="audit">The audit.</param>
    public static void Write(Stream stream, Audit audit)
    {
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("bleep_version", audit.BleepVersion);
            writer.WriteString("created_at", audit.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
            writer.WriteString("engine", audit.Engine);
            writer.WriteString("model", audit.Model);
            WriteSettings(writer, audit.Settings);
            writer.WriteNumber("source_duration_ms", (long)Math.Round(audit.SourceDuration.TotalMilliseconds));
            writer.WriteString("media_sha256", audit.MediaSha256);
            if (audit.Verification is not null)
            {
                writer.WriteString("verification", audit.Verification);
            }
            writer.WriteStartArray("redactions");
            foreach (var redaction in audit.Redactions)
            {
                writer.WriteStartObject();
                writer.WriteString("policy", redaction.Policy);
                WriteTime(writer, redaction.Time);
                writer.WriteNumber("score", Math.Round(redaction.Score, 4));
                writer.WriteString("recognizer", redaction.Recognizer);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("masked");
            foreach (var range in audit.Masked.Ranges)
            {
                writer.WriteStartObject();
                WriteTime(writer, range);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private static void WriteSettings(Utf8JsonWriter writer, AuditSettings settings)
    {
        writer.WriteStartObject("settings");
        writer.WriteStartArray("policies");
        foreach (var policy in settings.Policies)
        {
            writer.WriteStringValue(policy.Name);
        }
        writer.WriteEndArray();
        writer.WriteString("sensitivity", settings.Sensitivity);
        writer.WriteString("language", settings.Language);
        writer.WriteString("substitution", settings.Substitution);
        writer.WriteString("audio", settings.Audio);
        writer.WriteString("format", settings.Format);
        writer.WriteNumber("padding_ms", settings.Padding.TotalMilliseconds);
        writer.WriteNumber("custom_rules", settings.CustomRules);
        if (settings.Window is { } window)
        {
            writer.WriteStartObject("window");
            WriteTime(writer, window);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    // Outwards, so that what the audit names holds all of it.
    private static void WriteTime(Utf8JsonWriter writer, TimeRange time)
    {
        writer.WriteNumber("start_ms", (long)Math.Floor(time.Start.TotalMilliseconds));
        writer.WriteNumber("end_ms", (long)Math.Ceiling(time.End.TotalMilliseconds));
    }
}
