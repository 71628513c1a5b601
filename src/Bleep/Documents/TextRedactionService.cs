using System.Text.Json;
using Bleep.Dialogues;
using Bleep.Outputs;
using Bleep.Pii.Custom;
using Bleep.Pii.Detection;
using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Documents;

/// <summary>Redacts what is text already: plain text and ready transcripts. No sound is involved. Thread-safe; make it once.</summary>
/// <param name="finder">Decides what is private.</param>
/// <param name="settings">Substitution, and for transcripts formatting and language; what concerns sound is ignored.</param>
public sealed class TextRedactionService(PersonalDataFinder finder, RedactionSettings settings)
{
    private readonly TextDocumentRedactor _documents = new(finder, settings.Substitution, settings.MergesStaticTerms);
    private readonly TranscriptProcessor _transcripts = new(finder, settings.Formatting, settings.Substitution, settings.MergesStaticTerms);

    /// <summary>True for JSON that has an array <c>words</c>, which is taken for a transcript; any other JSON is text like any other.</summary>
    /// <param name="utf8">The bytes.</param>
    public static bool IsTranscript(ReadOnlyMemory<byte> utf8)
    {
        if (!utf8.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return false;
        }
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.TryGetProperty("words", out var words) && words.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Redacts plain text. A dialogue with names before its lines is read as one, so that questions explain answers.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="CustomRuleException">The user's own patterns cannot be followed.</exception>
    public RedactedText RedactText(string text, CancellationToken cancellationToken = default)
    {
        (string redacted, var spans) = _documents.Redact(text, cancellationToken);
        var points = new CodePoints(text);
        return new RedactedText(
            redacted, [.. spans.Select(span => FindingOf(span, points.ToPoint(span.Chars.Start), points.EndToPoint(span.Chars.End)))]);
    }

    /// <summary>Redacts a transcript. Names of speakers become letters.</summary>
    /// <param name="transcript">Words with times.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="CustomRuleException">The user's own patterns cannot be followed.</exception>
    public RedactedTranscript RedactTranscript(Transcript transcript, CancellationToken cancellationToken = default)
    {
        var recording = _transcripts.Process(SpeakerLabels.Neutralise(transcript), cancellationToken);
        int[][] positions = PositionsOf(transcript);
        var findings = recording.Spans
            .Select(span => FindingOf(span, positions[span.Turn][span.Words.Start], positions[span.Turn][span.Words.End - 1] + 1))
            .Distinct()
            .OrderBy(finding => finding.Start).ThenBy(finding => finding.End);
        return new RedactedTranscript(recording, [.. findings]);
    }

    /// <summary>Redacts a transcript in the AssemblyAI shape and writes it in the same shape.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="output">Where the redacted JSON goes; stays open.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TranscriptReadException">It is no transcript.</exception>
    /// <exception cref="CustomRuleException">The user's own patterns cannot be followed.</exception>
    public void RedactTranscript(ReadOnlyMemory<byte> utf8, Stream output, CancellationToken cancellationToken = default)
    {
        var transcript = TranscriptJsonReader.Parse(utf8);
        TranscriptJsonWriter.Write(output, RedactTranscript(transcript, cancellationToken).Recording.Turns, new TranscriptHeader
        {
            Id = Guid.NewGuid(),
            AudioName = "",
            Duration = transcript.Duration,
            LanguageCode = transcript.LanguageCode,
            ChannelCount = transcript.ChannelCount,
            Punctuate = settings.Formatting.Punctuate,
            FormatText = settings.Formatting.FormatsText,
            SpeechModel = Audit.GivenTranscript,
            Redaction = new RedactionHeader(finder.Options.Policies, settings.SubstitutionName, HasAudio: false, AudioQuality: null),
        });
    }

    /// <summary>For each word of each turn its index among all words by their start.</summary>
    private static int[][] PositionsOf(Transcript transcript)
    {
        int[][] positions = [.. transcript.Turns.Select(turn => new int[turn.Words.Count])];
        var order = transcript.Turns
            .SelectMany((turn, number) => turn.Words.Select((word, index) => (word.Start, Turn: number, Word: index)))
            .OrderBy(entry => entry.Start);
        foreach (var (index, entry) in order.Index())
        {
            positions[entry.Turn][entry.Word] = index;
        }
        return positions;
    }

    private static TextFinding FindingOf(PiiSpan span, int start, int end) =>
        new(span.Policy.Name, start, end, Math.Round(span.Score, 4), span.Recognizer);
}
