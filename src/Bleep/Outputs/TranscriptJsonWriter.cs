using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Pii.Redaction;
using Bleep.Views;

namespace Bleep.Outputs;

/// <summary>Writes a transcript in the AssemblyAI shape: whole milliseconds, whole seconds of duration, speakers and channels as strings.</summary>
public static class TranscriptJsonWriter
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one transcript.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="turns">The turns, redacted or, where the user asked for it, not.</param>
    /// <param name="header">Everything but the words.</param>
    public static void Write(Stream stream, IReadOnlyList<RedactedTurn> turns, TranscriptHeader header)
    {
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            Write(writer, turns, header);
        }
        stream.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<RedactedTurn> turns, TranscriptHeader header)
    {
        var words = WordList.Of(turns);
        bool hasSpeakers = turns.Any(turn => turn.Speaker is not null || turn.Channel is not null);
        writer.WriteStartObject();
        writer.WriteString("id", header.Id.ToString());
        writer.WriteString("language_model", "assemblyai_default");
        writer.WriteString("acoustic_model", "assemblyai_default");
        writer.WriteString("language_code", header.LanguageCode.Replace('-', '_').ToLowerInvariant());
        writer.WriteString("status", "completed");
        writer.WriteString("audio_url", header.AudioName);
        writer.WriteString("text", WordList.TextOf(words));
        WriteWords(writer, words);
        if (hasSpeakers)
        {
            WriteUtterances(writer, turns);
        }
        else
        {
            writer.WriteNull("utterances");
        }
        writer.WriteNumber("confidence", WordList.ConfidenceOf(words));
        writer.WriteNumber("audio_duration", (long)Math.Ceiling(header.Duration.TotalSeconds));
        if (header.ChannelCount > 1)
        {
            writer.WriteNumber("audio_channels", header.ChannelCount);
        }
        writer.WriteBoolean("multichannel", header.ChannelCount > 1);
        writer.WriteBoolean("punctuate", header.Punctuate);
        writer.WriteBoolean("format_text", header.FormatText);
        writer.WriteNull("speech_model");
        writer.WriteString("speech_model_used", header.SpeechModel);
        writer.WriteBoolean("auto_highlights", false);
        writer.WriteBoolean("webhook_auth", false);
        writer.WriteNull("entities");
        writer.WriteBoolean("redact_pii", header.Redaction is not null);
        writer.WriteBoolean("redact_pii_audio", header.Redaction?.HasAudio ?? false);
        if (header.Redaction is { } redaction)
        {
            writer.WriteString("redact_pii_audio_quality", redaction.AudioQuality);
            writer.WriteStartArray("redact_pii_policies");
            foreach (var policy in redaction.Policies)
            {
                writer.WriteStringValue(policy.Name);
            }
            writer.WriteEndArray();
            writer.WriteString("redact_pii_sub", redaction.SubstitutionName);
            writer.WriteBoolean("redact_pii_return_unredacted", false);
        }
        writer.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter writer, IEnumerable<RedactedWord> words)
    {
        writer.WriteStartArray("words");
        foreach (var word in words)
        {
            writer.WriteStartObject();
            writer.WriteString("text", word.Text);
            writer.WriteNumber("start", Milliseconds(word.Start));
            writer.WriteNumber("end", Milliseconds(word.End));
            writer.WriteNumber("confidence", Math.Round(word.Confidence, 4));
            WriteSpeaker(writer, word.Speaker, word.Channel);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteUtterances(Utf8JsonWriter writer, IReadOnlyList<RedactedTurn> turns)
    {
        writer.WriteStartArray("utterances");
        foreach (var turn in turns.Where(turn => turn.Words.Count > 0))
        {
            writer.WriteStartObject();
            writer.WriteString("text", turn.Text);
            writer.WriteNumber("start", Milliseconds(turn.Words.Min(word => word.Start)));
            writer.WriteNumber("end", Milliseconds(turn.Words.Max(word => word.End)));
            writer.WriteNumber("confidence", WordList.ConfidenceOf(turn.Words));
            WriteSpeaker(writer, turn.Speaker, turn.Channel);
            WriteWords(writer, turn.Words);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    // With channels kept apart, the channel is the speaker, as the contract has it.
    private static void WriteSpeaker(Utf8JsonWriter writer, string? speaker, int? channel)
    {
        writer.WriteString("speaker", channel?.ToString() ?? speaker);
        writer.WriteString("channel", channel?.ToString());
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
