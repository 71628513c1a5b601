using Bleep.Documents;
using Bleep.Pii.Custom;
using Bleep.Pipeline;
using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Jobs;
using Bleep.Transcripts;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.AssemblyAi;

/// <summary>Bleep's own <c>POST /v2/redact-text</c>: hides personal data in a text or in the words of a transcript, at once.</summary>
/// <param name="options">Limits.</param>
internal sealed class RedactTextEndpoint(ServerOptions options)
{
    private const int MaxWords = 200_000;

    // A year, far beyond any recording.
    private const long MaxTimeMs = 366L * 24 * 60 * 60 * 1000;

    // Words without times are taken to follow each other closely.
    private const long AssumedWordMs = 300;

    private static readonly TimeSpan s_turnPause = TimeSpan.FromSeconds(1);

    /// <summary>Answers with what is left.</summary>
    /// <exception cref="RequestException">The request breaks a rule.</exception>
    public async Task<RedactTextResponse> HandleAsync(HttpContext context)
    {
        var fields = await RequestBody.ReadAsync(
            context.Request, AssemblyAiJson.Default.RedactTextParams, options.MaxJsonBytes, context.RequestAborted);
        if ((fields.Text is null) == (fields.Words is null))
        {
            throw new RequestException("Either `text` or `words` is needed, not both");
        }
        var order = RedactionFields.Read(fields);
        string language = fields.LanguageCode ?? "en";
        var service = new TextRedactionService(
            JobSettings.FinderOf(order, language),
            new RedactionSettings
            {
                Substitution = JobSettings.SubstitutionOf(order),
                // Words keep their number and places, so that what comes back fits what was sent.
                Formatting = Pii.Formatting.FormatOptions.Raw with { Disfluencies = true },
                MergesStaticTerms = false,
                Language = language,
            });
        try
        {
            return Redact(service, fields, context.RequestAborted);
        }
        catch (CustomRuleException error)
        {
            throw new RequestException($"`redact_pii_custom`: {error.Message}");
        }
    }

    private static RedactTextResponse Redact(TextRedactionService service, RedactTextParams fields, CancellationToken cancellationToken)
    {
        if (fields.Text is { } text)
        {
            var redacted = service.RedactText(text, cancellationToken);
            return new RedactTextResponse(redacted.Text, [.. redacted.Findings.Select(SpanOf)]);
        }
        var transcript = service.RedactTranscript(TranscriptOf(fields.Words!), cancellationToken);
        List<WordResponse> words =
        [
            .. transcript.Recording.Words.Select(word => new WordResponse(
                word.Text, (long)word.Start.TotalMilliseconds, (long)word.End.TotalMilliseconds, word.Confidence, word.Speaker, null)),
        ];
        return new RedactTextResponse(ResultWords.TextOf(words), [.. transcript.Findings.Select(SpanOf)]) { Words = words };
    }

    private static Transcript TranscriptOf(List<RedactTextWord> words)
    {
        if (words.Count > MaxWords)
        {
            throw new RequestException($"`words` may hold {MaxWords} words at most");
        }
        var spoken = new List<(Word, string?, int?)>(words.Count);
        for (int index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (string.IsNullOrWhiteSpace(word?.Text))
            {
                throw new RequestException($"`words[{index}].text` is needed");
            }
            long start = word.Start ?? index * AssumedWordMs;
            long end = word.End ?? start + AssumedWordMs;
            if (start < 0 || end < start || end > MaxTimeMs || word.Confidence is < 0 or > 1)
            {
                throw new RequestException($"`words[{index}]` has a time or a confidence that cannot be");
            }
            spoken.Add((new Word(word.Text, TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(end), word.Confidence ?? 1), word.Speaker, null));
        }
        return new Transcript(Transcript.GroupIntoTurns(spoken, s_turnPause));
    }

    private static TextSpanResponse SpanOf(TextFinding finding) =>
        new(finding.Policy, finding.Start, finding.End, finding.Score, finding.Recognizer);
}
