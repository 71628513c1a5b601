using System.Diagnostics.CodeAnalysis;
using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Policies;
using Bleep.Transcripts;

namespace Bleep.Pii.StaticEntities;

/// <summary>
/// Finds terms that the user named, each under a label that becomes its tag. Case, accents, surrounding punctuation, a possessive
/// ending and small differences in blanks and hyphens do not matter: <c>Bearclaw</c> finds <c>bearclaw</c>, <c>Bearclaw's</c>,
/// <c>Bear-claw</c> and <c>Bear claw</c>, but not <c>Bearclaws</c>. Time is linear in the text, however many terms there are.
/// Thread-safe.
/// </summary>
public sealed class StaticEntityMatcher
{
    /// <summary>The most letters and digits a term may have.</summary>
    public const int MaxTermLength = 256;

    /// <summary>The most terms of one matcher, so that its memory has a bound.</summary>
    public const int MaxTerms = 1_000_000;

    private const string RecognizerName = "static";
    private readonly TermTrie _trie;
    private readonly List<PiiPolicy> _labels;

    private StaticEntityMatcher(TermTrie trie, List<PiiPolicy> labels, int terms) => (_trie, _labels, TermCount) = (trie, labels, terms);

    /// <summary>Number of terms.</summary>
    public int TermCount { get; }

    /// <summary>Builds the matcher.</summary>
    /// <param name="labelToTerms">For each label its terms.</param>
    /// <exception cref="ArgumentException">A label or term cannot be used; the message does not show the term.</exception>
    public StaticEntityMatcher(IReadOnlyDictionary<string, IReadOnlyList<string>> labelToTerms)
    {
        if (!TryCreate(labelToTerms, out var matcher, out string? error))
        {
            throw new ArgumentException(error, nameof(labelToTerms));
        }
        (_trie, _labels, TermCount) = (matcher._trie, matcher._labels, matcher.TermCount);
    }

    /// <summary>Builds the matcher, with the fault as a value.</summary>
    /// <param name="labelToTerms">For each label its terms.</param>
    /// <param name="matcher">The matcher.</param>
    /// <param name="error">What cannot be used, in one sentence without the term.</param>
    /// <returns>True when all labels and terms are usable.</returns>
    public static bool TryCreate(
        IReadOnlyDictionary<string, IReadOnlyList<string>> labelToTerms,
        [NotNullWhen(true)] out StaticEntityMatcher? matcher,
        [NotNullWhen(false)] out string? error)
    {
        var trie = new TermTrie();
        var labels = new List<PiiPolicy>();
        matcher = null;
        long count = labelToTerms.Values.Sum(list => (long)list.Count);
        if (count > MaxTerms)
        {
            error = $"There may be {MaxTerms} terms at most.";
            return false;
        }
        foreach (var (label, terms) in labelToTerms)
        {
            if (!PolicyLabel.TryNormalize(label, out string? tag, out error))
            {
                return false;
            }
            labels.Add(PiiPolicy.ForLabel(tag));
            for (int index = 0; index < terms.Count; index++)
            {
                string key = terms[index] is { } term ? FoldedText.Of(term).Key : "";
                if (key.Length is 0 or > MaxTermLength)
                {
                    error = key.Length == 0
                        ? $"Term {index + 1} of label {tag} has no letter or digit."
                        : $"Term {index + 1} of label {tag} has more than {MaxTermLength} letters and digits.";
                    return false;
                }
                trie.Add(key, labels.Count - 1);
            }
        }
        matcher = new StaticEntityMatcher(trie, labels, (int)count);
        error = null;
        return true;
    }

    /// <summary>Finds the terms in the words as they were recognised.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="ct">Stops the search.</param>
    /// <returns>Spans in order of turn and place; they may overlap.</returns>
    public IReadOnlyList<PiiSpan> Find(IReadOnlyList<Turn> turns, CancellationToken ct = default)
    {
        var found = new List<PiiSpan>();
        for (int turn = 0; turn < turns.Count; turn++)
        {
            ct.ThrowIfCancellationRequested();
            var line = WordLine.Of(turns[turn].Words.Select(word => word.Text));
            foreach (var (range, label) in FindIn(line.Text))
            {
                found.Add(Span(turn, label, line.WordsAt(range)) with { Chars = range });
            }
        }
        return found;
    }

    /// <summary>
    /// Finds the terms in the formatted words too, where 'project seven' has become 'Project 7' and fillers are gone. The spans cover
    /// the raw words; their <see cref="PiiSpan.Chars"/> stay empty.
    /// </summary>
    /// <param name="turns">The formatted turns.</param>
    /// <param name="ct">Stops the search.</param>
    /// <returns>Spans in the order of the turns; they may overlap.</returns>
    public IReadOnlyList<PiiSpan> Find(IReadOnlyList<OutputTurn> turns, CancellationToken ct = default)
    {
        var found = new List<PiiSpan>();
        foreach (var turn in turns)
        {
            ct.ThrowIfCancellationRequested();
            var line = WordLine.Of(turn.Words.Select(word => word.Text));
            foreach (var (range, label) in FindIn(line.Text))
            {
                var words = line.WordsAt(range);
                var source = new WordRange(turn.Words[words.Start].Source.Start, turn.Words[words.End - 1].Source.End);
                found.Add(Span(turn.Turn, label, source));
            }
        }
        return found;
    }

    /// <summary>Finds the terms in plain text.</summary>
    /// <param name="text">The text of one turn.</param>
    /// <param name="turn">Index of the turn, for the spans.</param>
    /// <returns>Spans with exact character ranges; words are counted at blanks.</returns>
    public IReadOnlyList<PiiSpan> Find(string text, int turn = 0)
    {
        var line = WordLine.OfText(text);
        return [.. FindIn(text).Select(match => Span(turn, match.Label, line.WordsAt(match.Range)) with { Chars = match.Range })];
    }

    private IEnumerable<(CharRange Range, int Label)> FindIn(string text)
    {
        var folded = FoldedText.Of(text);
        int covered = -1;
        for (int first = 0; first < folded.Length; first++)
        {
            if (folded.MayBegin(first) && _trie.LongestAt(folded, first) is { } match && match.Last > covered)
            {
                covered = match.Last;
                yield return (folded.SourceOf(first, match.Last), match.Label);
            }
        }
    }

    private PiiSpan Span(int turn, int label, WordRange words) => new(turn, words, _labels[label], 1.0, RecognizerName)
    {
        IsStatic = true,
        Label = _labels[label].Tag,
        Parts = [new ScorePart("term", 1.0)],
    };
}
