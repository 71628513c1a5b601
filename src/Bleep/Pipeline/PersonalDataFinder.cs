using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.StaticEntities;
using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>Everything that decides what is private: the detector and what the user named. Thread-safe; make it once.</summary>
/// <param name="options">What the detector looks for.</param>
public sealed class PersonalDataFinder(PiiDetectorOptions options)
{
    private readonly PiiDetector _detector = new(options);

    /// <summary>What the detector looks for.</summary>
    public PiiDetectorOptions Options => options;

    /// <summary>The user's own word list, or null.</summary>
    public UserLexicon? Lexicon { get; init; }

    /// <summary>Terms that the user named, which are looked for last, or null.</summary>
    public StaticEntityMatcher? StaticTerms { get; init; }

    /// <summary>Finds what is private in turns of words.</summary>
    /// <param name="turns">The raw turns.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<PiiSpan> Find(IReadOnlyList<Turn> turns, CancellationToken cancellationToken = default) =>
    [
        .. _detector.Detect(turns, cancellationToken),
        .. Lexicon?.Find(turns, options.Policies, cancellationToken) ?? [],
        .. StaticTerms?.Find(turns, cancellationToken) ?? [],
    ];

    /// <summary>Number of the user's own terms and patterns that act.</summary>
    public int CustomRuleCount =>
        (StaticTerms?.TermCount ?? 0) + (Lexicon?.TermCount ?? 0) + (options.Patterns?.Count ?? 0) + (options.Allowed?.Count ?? 0);

    /// <summary>Finds the user's terms and patterns that only the formatted words show: 'project seven' as 'Project 7'.</summary>
    /// <param name="turns">The formatted turns.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<PiiSpan> FindFormatted(IReadOnlyList<OutputTurn> turns, CancellationToken cancellationToken = default) =>
    [
        .. options.Patterns?.Find(turns, cancellationToken) ?? [],
        .. StaticTerms?.Find(turns, cancellationToken) ?? [],
    ];

    /// <summary>Finds what is private in turns of plain text.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<PiiSpan> FindText(IReadOnlyList<TextTurn> turns, CancellationToken cancellationToken = default) =>
    [
        .. _detector.DetectText(turns, cancellationToken),
        .. turns.SelectMany((turn, index) => Lexicon?.Find(turn.Text, index, options.Policies) ?? []),
        .. turns.SelectMany((turn, index) => StaticTerms?.Find(turn.Text, index) ?? []),
    ];
}
