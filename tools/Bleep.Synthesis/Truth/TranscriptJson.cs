using System.Text.Json;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Truth;

/// <summary>
/// Writes the truth in the shape of an AssemblyAI transcript: <c>words</c> and <c>utterances</c> with times in whole milliseconds, never
/// shorter than the truth. Speakers are <c>A</c> and <c>B</c>; with one speaker a channel, speaker and channel are the channel's number.
/// </summary>
public static class TranscriptJson
{
    /// <summary>The transcript as JSON.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="audioFile">The recording's file name.</param>
    public static byte[] Write(CallTruth truth, string audioFile)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("id", truth.Id);
            json.WriteString("status", "completed");
            json.WriteString("audio_url", audioFile);
            json.WriteString("language_code", "en");
            json.WriteNumber("confidence", 1.0);
            json.WriteNumber("audio_duration", (int)Math.Ceiling(truth.Duration.TotalSeconds));
            if (truth.ChannelCount > 1)
            {
                json.WriteNumber("audio_channels", truth.ChannelCount);
            }
            // Formatting marks are absent: these are a recogniser's raw words.
            json.WriteBoolean("punctuate", false);
            json.WriteBoolean("format_text", false);
            json.WriteString("text", string.Join(' ', truth.Words.Select(word => word.Text)));
            json.WriteStartArray("words");
            foreach (var word in truth.Words)
            {
                WriteWord(json, word);
            }
            json.WriteEndArray();
            WriteUtterances(json, truth);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void WriteUtterances(Utf8JsonWriter json, CallTruth truth)
    {
        json.WriteStartArray("utterances");
        foreach (var turn in truth.Words.GroupBy(word => word.Turn))
        {
            TruthWord[] words = [.. turn];
            json.WriteStartObject();
            json.WriteString("text", string.Join(' ', words.Select(word => word.Text)));
            WriteCommon(json, words[0] with { Time = new TimeRange(words[0].Time.Start, words[^1].Time.End) });
            json.WriteStartArray("words");
            foreach (var word in words)
            {
                WriteWord(json, word);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteWord(Utf8JsonWriter json, TruthWord word)
    {
        json.WriteStartObject();
        json.WriteString("text", word.Text);
        WriteCommon(json, word);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, TruthWord word)
    {
        json.WriteNumber("start", (long)Math.Floor(word.Time.Start.TotalMilliseconds));
        json.WriteNumber("end", (long)Math.Ceiling(word.Time.End.TotalMilliseconds));
        json.WriteNumber("confidence", 1.0);
        if (word.Channel is { } channel)
        {
            json.WriteString("speaker", $"{channel}");
            json.WriteString("channel", $"{channel}");
        }
        else
        {
            json.WriteString("speaker", word.Speaker == "agent" ? "A" : "B");
        }
    }
}
