using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bleep.Dialogues;

/// <summary>Writes what was found in dialogues as JSON Lines, one line a dialogue. The lines hold no text of the dialogue.</summary>
/// <param name="stream">The stream to write to; it stays open.</param>
/// <param name="explain">True to add recogniser, cue, label and score parts to every span.</param>
public sealed class FindingsWriter(Stream stream, bool explain)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one line.</summary>
    /// <param name="dialogue">The dialogue, whose id is given back.</param>
    /// <param name="findings">What was found, one list a turn.</param>
    public void Write(Dialogue dialogue, IReadOnlyList<IReadOnlyList<DialogueFinding>> findings)
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
            foreach (var turn in findings)
            {
                writer.WriteStartObject();
                writer.WriteStartArray("spans");
                foreach (var finding in turn)
                {
                    WriteFinding(writer, finding);
                }
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        stream.Write("\n"u8);
        stream.Flush();
    }

    private void WriteFinding(Utf8JsonWriter writer, DialogueFinding finding)
    {
        var span = finding.Span;
        writer.WriteStartObject();
        writer.WriteNumber("start", finding.Start);
        writer.WriteNumber("end", finding.End);
        writer.WriteString("policy", span.Policy.Name);
        writer.WriteNumber("score", Math.Round(span.Score, 4));
        if (explain)
        {
            writer.WriteString("recognizer", span.Recognizer);
            if (span.Cue is not null)
            {
                writer.WriteString("cue", span.Cue);
            }
            writer.WriteStartArray("parts");
            foreach (var part in span.Parts)
            {
                writer.WriteStartObject();
                writer.WriteString("name", part.Name);
                writer.WriteNumber("value", Math.Round(part.Value, 4));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
