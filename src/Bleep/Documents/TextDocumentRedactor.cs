using Bleep.Pii.Detection;
using Bleep.Pii.Redaction;
using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Documents;

/// <summary>Redacts plain text. Thread-safe.</summary>
/// <param name="finder">Decides what is private.</param>
/// <param name="substitution">What stands in its place.</param>
/// <param name="mergesStaticTerms">True for one tag for a static term of several words; see <see cref="RedactionSettings.MergesStaticTerms"/>.</param>
public sealed class TextDocumentRedactor(PersonalDataFinder finder, Substitution substitution, bool mergesStaticTerms = true)
{
    private readonly TextRedactor _redactor = new(substitution, mergesStaticTerms);

    /// <summary>Redacts one text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The redacted text, and every finding with its place in the original.</returns>
    public (string Redacted, IReadOnlyList<PiiSpan> Spans) Redact(string text, CancellationToken cancellationToken = default)
    {
        var pieces = TextDocument.Cut(text);
        PiiSpan[] spans =
        [
            .. Find(text, [.. pieces.Select(piece => (piece.Words, piece.Speaker.Length == 0 ? null : Cut(text, piece.Speaker)))], cancellationToken),
            // The name in front of a turn is looked at by itself: between question and answer it would stand for the answer.
            .. Find(text, [.. pieces.Where(piece => !IsHarmless(text, piece.Speaker)).Select(piece => (piece.Speaker, (string?)null))], cancellationToken),
        ];
        return (_redactor.Redact(text, spans), [.. spans.OrderBy(span => span.Chars.Start)]);
    }

    private IEnumerable<PiiSpan> Find(string text, List<(CharRange Place, string? Speaker)> turns, CancellationToken cancellationToken) =>
        finder.FindText([.. turns.Select(turn => new TextTurn(Cut(text, turn.Place), turn.Speaker))], cancellationToken)
            .Select(span =>
            {
                int offset = turns[span.Turn].Place.Start;
                return span with { Turn = 0, Chars = new CharRange(span.Chars.Start + offset, span.Chars.End + offset) };
            });

    private static bool IsHarmless(string text, CharRange speaker) => speaker.Length == 0 || SpeakerLabels.IsHarmless(Cut(text, speaker).Trim());

    private static string Cut(string text, CharRange place) => text[place.Start..place.End];
}
