using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Policies;
using Bleep.Pii.StaticEntities;
using Bleep.Transcripts;

namespace Bleep.Pii.Custom;

/// <summary>
/// The user's own regular expressions, each under a label that becomes its tag. They run on the non-backtracking engine, so that
/// no pattern takes more than linear time. Thread-safe.
/// </summary>
public sealed class CustomPatterns
{
    /// <summary>The most characters a pattern may have.</summary>
    public const int MaxPatternLength = 1000;

    /// <summary>The most patterns of one set.</summary>
    public const int MaxPatterns = 200;

    /// <summary>The most places that the patterns of a set may match in one text: more would cost more memory than the text.</summary>
    public const int MaxMatches = 200_000;

    /// <summary>The largest automaton that a pattern may become; 'repeat this a million times' is no pattern for text.</summary>
    private const int MaxAutomatonSize = 20_000;

    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<(PiiPolicy Policy, Regex Pattern)> _patterns;

    // The runtime has this limit as a setting of the whole process and none by default.
    static CustomPatterns() => AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", MaxAutomatonSize);

    private CustomPatterns(IReadOnlyList<(PiiPolicy, Regex)> patterns) => _patterns = patterns;

    /// <summary>Number of patterns.</summary>
    public int Count => _patterns.Count;

    /// <summary>
    /// Finds the patterns in the formatted words, where 'six one zero' has become '610': most people write patterns for text, not for
    /// speech. The spans cover the raw words; their <see cref="PiiSpan.Chars"/> stay empty.
    /// </summary>
    /// <param name="turns">The formatted turns.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Spans in the order of the turns; they may overlap.</returns>
    /// <exception cref="CustomRuleException">The patterns match too often or take too long.</exception>
    public IReadOnlyList<PiiSpan> Find(IReadOnlyList<OutputTurn> turns, CancellationToken cancellationToken = default)
    {
        var found = new List<PiiSpan>();
        foreach (var turn in turns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = WordLine.Of(turn.Words.Select(word => word.Text));
            foreach (var (policy, chars) in FindIn(line.Text, found.Count))
            {
                var words = line.WordsAt(chars);
                var source = new WordRange(turn.Words[words.Start].Source.Start, turn.Words[words.End - 1].Source.End);
                found.Add(new PiiSpan(turn.Turn, source, policy, 1.0, "pattern") { Label = policy.Tag });
            }
        }
        return found;
    }

    /// <summary>Finds the patterns in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="already">How many places were found in other parts of the document.</param>
    /// <exception cref="CustomRuleException">The patterns match too often or take too long.</exception>
    internal List<(PiiPolicy Policy, CharRange Chars)> FindIn(string text, int already)
    {
        var found = new List<(PiiPolicy, CharRange)>();
        try
        {
            foreach (var (policy, pattern) in _patterns)
            {
                foreach (var match in pattern.EnumerateMatches(text))
                {
                    if (match.Length == 0)
                    {
                        continue;
                    }
                    if (found.Count + already >= MaxMatches)
                    {
                        throw new CustomRuleException($"your patterns match more than {MaxMatches} places; make them narrower");
                    }
                    found.Add((policy, new CharRange(match.Index, match.Index + match.Length)));
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            throw new CustomRuleException("your patterns take too long on this text; make them simpler");
        }
        return found;
    }

    /// <summary>Builds the set.</summary>
    /// <param name="labelToPatterns">For each label its regular expressions.</param>
    /// <param name="patterns">The set.</param>
    /// <param name="error">What cannot be used, in one sentence that does not show the pattern.</param>
    /// <returns>True when all labels and patterns are usable.</returns>
    public static bool TryCreate(
        IReadOnlyDictionary<string, IReadOnlyList<string>> labelToPatterns,
        [NotNullWhen(true)] out CustomPatterns? patterns,
        [NotNullWhen(false)] out string? error)
    {
        patterns = null;
        var list = new List<(PiiPolicy, Regex)>();
        foreach (var (label, expressions) in labelToPatterns)
        {
            if (!PolicyLabel.TryNormalize(label, out string? tag, out error))
            {
                return false;
            }
            for (int index = 0; index < expressions.Count; index++)
            {
                string where = $"Pattern {index + 1} of label {tag}";
                if (string.IsNullOrEmpty(expressions[index]) || expressions[index].Length > MaxPatternLength || list.Count == MaxPatterns)
                {
                    error = list.Count == MaxPatterns ? $"There may be {MaxPatterns} patterns at most." : $"{where} must have 1 to {MaxPatternLength} characters.";
                    return false;
                }
                try
                {
                    var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
                    list.Add((PiiPolicy.ForLabel(tag), new Regex(expressions[index], options, s_matchTimeout)));
                }
                catch (ArgumentException)
                {
                    error = $"{where} is no valid regular expression.";
                    return false;
                }
                catch (NotSupportedException)
                {
                    error = $"{where} uses look-around or a back-reference, or repeats too often, which linear-time matching does not have.";
                    return false;
                }
            }
        }
        patterns = new CustomPatterns(list);
        error = null;
        return true;
    }
}
