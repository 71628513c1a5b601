using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Cli.Engines;

namespace Bleep.Cli.Output;

/// <summary>Prints what <c>doctor</c> found.</summary>
internal static class DoctorOutput
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IReadOnlyList<MachineCheck> checks)
    {
        foreach (var check in checks)
        {
            output.WriteLine($"{(check.IsGood ? "ok     " : "MISSING")} {check.Name,-17} {check.Found}");
            if (check.Remedy is not null)
            {
                output.WriteLine($"{"",26}{check.Remedy}");
            }
        }
    }

    public static void WriteJson(TextWriter output, IReadOnlyList<MachineCheck> checks)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, s_options))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok", checks.All(check => check.IsGood));
            writer.WriteStartArray("checks");
            foreach (var check in checks)
            {
                writer.WriteStartObject();
                writer.WriteString("name", check.Name);
                writer.WriteBoolean("ok", check.IsGood);
                writer.WriteString("found", check.Found);
                writer.WriteString("remedy", check.Remedy);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(json.ToArray()));
    }
}
