using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Redaction;
using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>
/// Redacts a conversation turn by turn, as it goes on. A question in an earlier turn explains the answer in the next one, and a name learnt
/// earlier is a name later. One conversation an instance; not thread-safe.
/// </summary>
public sealed class LiveRedactor
{
    private static readonly FormatOptions s_asHeard = FormatOptions.Raw with { Disfluencies = true };

    private readonly PersonalDataFinder? _finder;
    private readonly TranscriptFormatter _plain;
    private readonly TranscriptFormatter _tidy;
    private readonly TranscriptRedactor _redactor;
    private readonly SafePartials? _partials;
    private readonly LiveContext _context = new();

    /// <param name="finder">Decides what is private; null hides nothing.</param>
    /// <param name="substitution">What stands in place of private words.</param>
    /// <param name="formatting">How formatted turns are tidied; null for the defaults.</param>
    public LiveRedactor(PersonalDataFinder? finder, Substitution substitution, FormatOptions? formatting = null)
    {
        formatting ??= new FormatOptions();
        _finder = finder;
        _plain = new TranscriptFormatter(s_asHeard with { FilterProfanity = formatting.FilterProfanity });
        _tidy = new TranscriptFormatter(formatting);
        _redactor = new TranscriptRedactor(substitution);
        _partials = finder is null ? null : new SafePartials(finder, _redactor, _plain);
    }

    /// <summary>Redacts a turn that is over, and remembers it for the next ones.</summary>
    /// <param name="words">Its words, as the recogniser gave them.</param>
    /// <param name="isFormatted">True when they carry capitals and sentence marks already.</param>
    /// <param name="cancellationToken">Stops the work; the turn is not remembered then.</param>
    public LiveTurn Finish(IReadOnlyList<Word> words, bool isFormatted = false, CancellationToken cancellationToken = default)
    {
        var turn = new Turn(words);
        var alone = new Transcript([turn]) { IsFormatted = isFormatted };
        var plain = _plain.Format(alone, cancellationToken);
        var tidy = _tidy.Format(alone, cancellationToken);
        IReadOnlyList<PiiSpan> spans = _finder is null ? [] : [.. Find(_finder, _context, turn, cancellationToken), .. _finder.FindFormatted(tidy, cancellationToken)];
        if (_finder is not null)
        {
            _context.Add(turn, spans);
        }
        return new LiveTurn(
            _redactor.Redact(plain, spans)[0],
            _redactor.Redact(tidy, spans)[0],
            MaskTimeline.Of([turn], spans));
    }

    /// <summary>The words of a turn that goes on, as far as they can be shown already: nothing in them can become private any more.</summary>
    /// <param name="words">All its words so far.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A beginning of the words, with what is private, or may become so, replaced; often empty.</returns>
    public RedactedTurn Preview(IReadOnlyList<Word> words, CancellationToken cancellationToken = default) =>
        _partials?.Show(words, _context, cancellationToken) ?? Show(words, cancellationToken);

    /// <summary>The words of a turn that goes on, with nothing hidden, for a user who asked for them.</summary>
    /// <param name="words">All its words so far.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public RedactedTurn Show(IReadOnlyList<Word> words, CancellationToken cancellationToken = default) =>
        _redactor.Redact(_plain.Format(new Transcript([new Turn(words)]), cancellationToken), [])[0];

    /// <summary>What is private in a turn that follows a context; the spans name it as turn 0.</summary>
    internal static IReadOnlyList<PiiSpan> Find(PersonalDataFinder finder, LiveContext context, Turn turn, CancellationToken cancellationToken)
    {
        var before = context.Turns;
        return [.. finder.Find([.. before, turn], cancellationToken).Where(span => span.Turn == before.Count).Select(span => span with { Turn = 0 })];
    }
}
