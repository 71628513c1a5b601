using System.Diagnostics.CodeAnalysis;
using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.StaticEntities;
using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>
/// The user's own word list: terms under policies of the catalogue or under labels. Terms of a policy act when the policy is
/// asked for, terms of a label always. Thread-safe.
/// </summary>
public sealed class UserLexicon
{
    private const string RecognizerName = "lexicon";
    private readonly StaticEntityMatcher _matcher;

    private UserLexicon(StaticEntityMatcher matcher) => _matcher = matcher;

    /// <summary>Number of terms.</summary>
    public int TermCount => _matcher.TermCount;

    /// <summary>Makes the list of what is in memory already.</summary>
    /// <param name="terms">For each policy (by its wire name) or label its terms.</param>
    /// <param name="lexicon">The list.</param>
    /// <param name="error">What cannot be used, without the term.</param>
    /// <returns>True when all labels and terms can be used.</returns>
    public static bool TryCreate(
        IReadOnlyDictionary<string, IReadOnlyList<string>> terms, [NotNullWhen(true)] out UserLexicon? lexicon, [NotNullWhen(false)] out string? error)
    {
        lexicon = StaticEntityMatcher.TryCreate(terms, out var matcher, out error) ? new UserLexicon(matcher) : null;
        return lexicon is not null;
    }

    /// <summary>
    /// Reads the list: a line <c>[policy or LABEL]</c>, then its terms, one a line; empty lines and lines that begin with # say nothing.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="lexicon">The list.</param>
    /// <param name="error">What cannot be used, with the number of the line and without the term.</param>
    public static bool TryRead(IEnumerable<string> lines, [NotNullWhen(true)] out UserLexicon? lexicon, [NotNullWhen(false)] out string? error)
    {
        lexicon = null;
        var terms = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        List<string>? section = null;
        foreach ((int index, string line) in lines.Select(line => line.Trim()).Index())
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            if (line is ['[', .. var name, ']'])
            {
                string label = PiiPolicies.TryFind(name, out var policy) ? policy.Name : name;
                section = terms.TryGetValue(label, out var known) ? (List<string>)known : [];
                terms[label] = section;
            }
            else if (section is null)
            {
                error = $"line {index + 1} stands before the first [policy]";
                return false;
            }
            else
            {
                section.Add(line);
            }
        }
        return TryCreate(terms, out lexicon, out error);
    }

    /// <summary>Finds the terms in turns of words.</summary>
    internal IEnumerable<PiiSpan> Find(IReadOnlyList<Turn> turns, PiiPolicySet requested, CancellationToken cancellationToken) =>
        _matcher.Find(turns, cancellationToken).Select(span => Assign(span, requested)).OfType<PiiSpan>();

    /// <summary>Finds the terms in plain text.</summary>
    internal IEnumerable<PiiSpan> Find(string text, int turn, PiiPolicySet requested) =>
        _matcher.Find(text, turn).Select(span => Assign(span, requested)).OfType<PiiSpan>();

    private static PiiSpan? Assign(PiiSpan span, PiiPolicySet requested)
    {
        if (!PiiPolicies.TryFind(span.Policy.Name, out var policy))
        {
            return span with { Recognizer = RecognizerName };
        }
        return requested.Contains(policy) ? span with { Policy = policy, Label = null, IsStatic = false, Recognizer = RecognizerName } : null;
    }
}
