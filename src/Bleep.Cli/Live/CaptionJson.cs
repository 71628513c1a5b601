using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Live;
using Bleep.Pii.Redaction;

namespace Bleep.Cli.Live;

/// <summary>A JSON object a turn: <c>start_ms</c>, <c>end_ms</c>, <c>text</c>, and <c>words</c> with the same and <c>confidence</c>.</summary>
internal sealed class CaptionJson(TextWriter output) : ICaptions
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool ShowsPartials => false;

    public void ShowPartial(RedactedTurn turn)
    {
    }

    public void ShowFinal(LiveTurn turn)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, s_options))
        {
            var words = turn.Formatted.Words;
            writer.WriteStartObject();
            WriteTimes(writer, words[0].Start, words[^1].End);
            writer.WriteString("text", turn.Formatted.Text);
            writer.WriteStartArray("words");
            foreach (var word in words)
            {
                writer.WriteStartObject();
                WriteTimes(writer, word.Start, word.End);
                writer.WriteString("text", word.Text);
                writer.WriteNumber("confidence", Math.Round(word.Confidence, 4));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
    }

    public void Clear()
    {
    }

    private static void WriteTimes(Utf8JsonWriter writer, TimeSpan start, TimeSpan end)
    {
        writer.WriteNumber("start_ms", (long)Math.Round(start.TotalMilliseconds));
        writer.WriteNumber("end_ms", (long)Math.Round(end.TotalMilliseconds));
    }
}
