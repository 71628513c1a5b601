using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.StaticEntities;
using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>Everything that decides what is private: the detector and the terms that the user named. Thread-safe; make it once.</summary>
/// <param name="options">What the detector looks for.</param>
/// <param name="staticTerms">Terms the user named, or null.</param>
public sealed class PersonalDataFinder(PiiDetectorOptions options, StaticEntityMatcher? staticTerms = null)
{
    private readonly PiiDetector _detector = new(options);

    /// <summary>What the detector looks for.</summary>
    public PiiDetectorOptions Options => options;

    /// <summary>Finds what is private in turns of words, static terms last.</summary>
    /// <param name="turns">The raw turns.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<PiiSpan> Find(IReadOnlyList<Turn> turns, CancellationToken cancellationToken = default)
    {
        var found = _detector.Detect(turns, cancellationToken);
        return staticTerms is null ? found : [.. found, .. staticTerms.Find(turns, cancellationToken)];
    }

    /// <summary>Finds static terms that only the formatted words show ('project seven' as 'Project 7').</summary>
    /// <param name="turns">The formatted turns.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<PiiSpan> FindStatic(IReadOnlyList<OutputTurn> turns, CancellationToken cancellationToken = default) =>
        staticTerms?.Find(turns, cancellationToken) ?? [];

    /// <summary>Finds what is private in turns of plain text.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IReadOnlyList<PiiSpan> FindText(IReadOnlyList<TextTurn> turns, CancellationToken cancellationToken = default)
    {
        var found = _detector.DetectText(turns, cancellationToken);
        return staticTerms is null ? found : [.. found, .. turns.SelectMany((turn, index) => staticTerms.Find(turn.Text, index))];
    }
}
