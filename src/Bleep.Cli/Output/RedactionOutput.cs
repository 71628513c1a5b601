using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Pipeline;

namespace Bleep.Cli.Output;

/// <summary>Tells on standard output what became of an input: a line for people or an object for programs.</summary>
internal static class RedactionOutput
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, string input, RedactionResult result, bool asJson)
    {
        if (asJson)
        {
            WriteJson(output, writer => WriteDone(writer, input, result));
            return;
        }
        var audit = result.Audit;
        int count = audit.Redactions.Count;
        string masked = result.MediaPath is null ? "" : $", {audit.Masked.Total.TotalSeconds:F1} s of {audit.SourceDuration.TotalSeconds:F1} s masked";
        output.WriteLine(ErrorLine.Clean($"{input}: {count} {(count == 1 ? "redaction" : "redactions")}{masked}"));
        foreach (string file in result.Files)
        {
            output.WriteLine(ErrorLine.Clean($"  {Path.GetRelativePath(".", file)}"));
        }
    }

    public static void WriteFailure(TextWriter output, string input, string message) => WriteJson(output, writer =>
    {
        writer.WriteString("input", input);
        writer.WriteString("status", "error");
        writer.WriteString("error", message);
    });

    private static void WriteDone(Utf8JsonWriter writer, string input, RedactionResult result)
    {
        var audit = result.Audit;
        writer.WriteString("input", input);
        writer.WriteString("status", "done");
        writer.WriteString("engine", audit.Engine);
        writer.WriteNumber("duration_ms", (long)audit.SourceDuration.TotalMilliseconds);
        writer.WriteNumber("masked_ms", (long)audit.Masked.Total.TotalMilliseconds);
        if (audit.Verification is not null)
        {
            writer.WriteString("verification", audit.Verification);
        }
        writer.WriteStartObject("redactions");
        foreach (var policy in audit.Redactions.GroupBy(redaction => redaction.Policy).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.WriteNumber(policy.Key, policy.Count());
        }
        writer.WriteEndObject();
        writer.WriteStartArray("files");
        foreach (string file in result.Files)
        {
            writer.WriteStringValue(file);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("warnings");
        foreach (string warning in result.Warnings)
        {
            writer.WriteStringValue(warning);
        }
        writer.WriteEndArray();
    }

    private static void WriteJson(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, s_options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
    }
}
