using Bleep.Outputs;
using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>From raw words to redacted words and the times to mask. Pure and thread-safe.</summary>
/// <param name="finder">Decides what is private.</param>
/// <param name="formatting">How the words are tidied.</param>
/// <param name="substitution">What stands in place of private words.</param>
/// <param name="mergesStaticTerms">True for one tag for a static term of several words; see <see cref="RedactionSettings.MergesStaticTerms"/>.</param>
public sealed class TranscriptProcessor(
    PersonalDataFinder finder, FormatOptions formatting, Substitution substitution, bool mergesStaticTerms = true)
{
    private readonly TranscriptFormatter _formatter = new(formatting);
    private readonly TranscriptRedactor _redactor = new(substitution, mergesStaticTerms);

    /// <summary>Detects on the raw words, formats, substitutes.</summary>
    /// <param name="transcript">The raw transcript.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public RedactedRecording Process(Transcript transcript, CancellationToken cancellationToken = default)
    {
        var formatted = _formatter.Format(transcript, cancellationToken);
        IReadOnlyList<PiiSpan> spans =
        [
            .. finder.Find(transcript.Turns, cancellationToken),
            .. finder.FindFormatted(formatted, cancellationToken),
        ];
        var redactions = spans
            .Select(span => new Redaction(
                MaskTimeline.TimeOf(transcript.Turns[span.Turn], span.Words), span.Policy.Name, span.Score, span.Recognizer))
            .Distinct()
            .OrderBy(redaction => redaction.Time.Start).ThenBy(redaction => redaction.Time.End);
        return new RedactedRecording(
            _redactor.Redact(formatted, spans), spans, [.. redactions], MaskTimeline.Of(transcript.Turns, spans))
        {
            Duration = transcript.Duration,
            LanguageCode = transcript.LanguageCode,
            ChannelCount = transcript.ChannelCount,
        };
    }

    /// <summary>The formatted words with nothing replaced, for a user who asked for them.</summary>
    /// <param name="transcript">The raw transcript.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public IReadOnlyList<RedactedTurn> FormatOnly(Transcript transcript, CancellationToken cancellationToken = default) =>
        _redactor.Redact(_formatter.Format(transcript, cancellationToken), []);
}
