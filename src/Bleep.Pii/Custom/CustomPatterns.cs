using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Bleep.Pii.Policies;

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

    private readonly IReadOnlyList<(PiiPolicy Policy, Regex Pattern)> _patterns;

    private CustomPatterns(IReadOnlyList<(PiiPolicy, Regex)> patterns) => _patterns = patterns;

    /// <summary>The patterns with the policies made of their labels.</summary>
    internal IReadOnlyList<(PiiPolicy Policy, Regex Pattern)> Patterns => _patterns;

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
                    list.Add((PiiPolicy.ForLabel(tag), new Regex(expressions[index], options)));
                }
                catch (ArgumentException)
                {
                    error = $"{where} is no valid regular expression.";
                    return false;
                }
                catch (NotSupportedException)
                {
                    error = $"{where} uses look-around or a back-reference, which linear-time matching does not have.";
                    return false;
                }
            }
        }
        patterns = new CustomPatterns(list);
        error = null;
        return true;
    }
}
