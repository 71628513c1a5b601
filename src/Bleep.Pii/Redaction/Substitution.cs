using System.Diagnostics.CodeAnalysis;
using Bleep.Pii.Detection;

namespace Bleep.Pii.Redaction;

/// <summary>What stands in the text where personal data stood.</summary>
public abstract record Substitution
{
    private protected Substitution(bool perWord) => PerWord = perWord;

    /// <summary>
    /// True when every word of a finding is replaced by itself, so that the number of words stays; false when one replacement
    /// stands for all words of the finding.
    /// </summary>
    public bool PerWord { get; init; }

    /// <summary>Replaces one word or, when <see cref="PerWord"/> is false, a whole finding.</summary>
    /// <param name="text">The words as they stand in the text, with the punctuation around them.</param>
    /// <param name="span">The finding that rules them.</param>
    internal abstract string Replace(string text, PiiSpan span);

    /// <summary>True when static terms of several words may become one replacement.</summary>
    internal abstract bool CanMerge { get; }

    /// <summary>Finds a substitution by its wire name: <c>hash</c>, <c>entity_name</c>, or <c>entity_type</c> for the latter.</summary>
    /// <param name="name">The wire name; null means the default, hash.</param>
    /// <param name="substitution">The substitution.</param>
    /// <returns>False when there is none of this name.</returns>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Substitution? substitution)
    {
        substitution = name switch
        {
            null or "hash" => new HashSubstitution(),
            "entity_name" or "entity_type" => new EntityNameSubstitution(),
            _ => null,
        };
        return substitution is not null;
    }
}
