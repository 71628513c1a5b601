using System.Collections.Frozen;
using Bleep.Pii.Languages;

namespace Bleep.Pii.Formatting;

/// <summary>Leaves of a swear word its first letter: <c>s***</c>.</summary>
internal sealed class ProfanityFilter
{
    private readonly FrozenSet<string> _words;

    /// <summary>Takes the word list of a language; where it has none nothing is filtered.</summary>
    public ProfanityFilter(string language) => _words = WordLists.Get(language, "profanity");

    /// <summary>The word as it may be shown; punctuation and a possessive ending stay.</summary>
    public string Filter(string word)
    {
        var frame = WordFrame.Of(word);
        string core = frame.Core;
        string ending = "";
        if (core.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || core.EndsWith("\u2019s", StringComparison.OrdinalIgnoreCase))
        {
            (core, ending) = (core[..^2], core[^2..]);
        }
        return _words.Contains(core) ? $"{frame.Before}{core[0]}{new string('*', core.Length - 1)}{ending}{frame.After}" : word;
    }
}
