using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Evaluation;

namespace Bleep.Cli.Output;

/// <summary>Prints figures for programs; a figure that cannot be taken is null.</summary>
internal static class EvaluationJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, EvaluationReport report)
    {
        using (var writer = new Utf8JsonWriter(output, s_options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("dialogues", report.Dialogues);
            writer.WriteNumber("ordinary_tokens", report.OrdinaryTokens);
            writer.WriteStartArray("rows");
            foreach (var row in report.Rows)
            {
                WriteRow(writer, row);
            }
            writer.WriteEndArray();
            writer.WriteStartArray("errors");
            foreach (var error in report.Errors)
            {
                WriteError(writer, error);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void WriteRow(Utf8JsonWriter writer, EvaluationRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("group", row.Key.Group);
        writer.WriteString("policy", row.Key.Policy);
        writer.WriteNumber("gold_tokens", row.GoldTokens);
        WriteInterval(writer, "leak", row.Leak);
        WriteInterval(writer, "recall", row.Recall);
        WriteInterval(writer, "precision", row.Precision);
        WriteInterval(writer, "over_redaction", row.OverRedaction);
        WriteNumber(writer, "f1", row.F1);
        WriteNumber(writer, "f2", row.F2);
        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, EvaluationError error)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", error.Kind == EvaluationErrorKind.Leak ? "leak" : "over_redaction");
        writer.WriteString("dialogue", error.Dialogue);
        writer.WriteNumber("turn", error.Turn);
        writer.WriteString("policy", error.Policy);
        writer.WriteString("group", error.Group);
        writer.WriteNumber("tokens", error.Tokens);
        writer.WriteString("before", error.Before);
        writer.WriteString("text", error.Text);
        writer.WriteString("after", error.After);
        writer.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter writer, string name, Interval interval)
    {
        writer.WriteStartObject(name);
        WriteNumber(writer, "value", interval.Value);
        WriteNumber(writer, "low", interval.Low);
        WriteNumber(writer, "high", interval.High);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, Math.Round(value, 6));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
