using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bleep.Dialogues;

/// <summary>Writes dialogues with their gold spans as JSON Lines.</summary>
/// <param name="stream">The stream to write to; it stays open.</param>
public sealed class DialogueWriter(Stream stream)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one dialogue as one line.</summary>
    /// <param name="dialogue">The dialogue.</param>
    public void Write(Dialogue dialogue)
    {
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            writer.WriteStartObject();
            if (dialogue.Id is { } id)
            {
                writer.WritePropertyName("id");
                id.WriteTo(writer);
            }
            writer.WriteStartArray("turns");
            foreach (var turn in dialogue.Turns)
            {
                WriteTurn(writer, turn);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private static void WriteTurn(Utf8JsonWriter writer, DialogueTurn turn)
    {
        writer.WriteStartObject();
        if (turn.Speaker is not null)
        {
            writer.WriteString("speaker", turn.Speaker);
        }
        if (turn.Text is not null)
        {
            writer.WriteString("text", turn.Text);
        }
        WriteArray(writer, "words", turn.Words, writer.WriteStringValue);
        WriteArray(writer, "start_ms", turn.StartMs, writer.WriteNumberValue);
        WriteArray(writer, "end_ms", turn.EndMs, writer.WriteNumberValue);
        WriteArray(writer, "confidence", turn.Confidence, writer.WriteNumberValue);
        WriteArray(writer, "spans", turn.Spans, span => WriteSpan(writer, span));
        if (turn.Unlabelled.Count > 0)
        {
            WriteArray(writer, "unlabelled", turn.Unlabelled, range =>
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(range.Start);
                writer.WriteNumberValue(range.End);
                writer.WriteEndArray();
            });
        }
        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, GoldSpan span)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteString("policy", span.Policy);
        if (span.Optional)
        {
            writer.WriteBoolean("optional", true);
        }
        if (span.Group is not null)
        {
            writer.WriteString("group", span.Group);
        }
        writer.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T>? values, Action<T> write)
    {
        if (values is null)
        {
            return;
        }
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }
        writer.WriteEndArray();
    }
}
