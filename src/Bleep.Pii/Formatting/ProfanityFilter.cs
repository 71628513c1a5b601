using System.Collections.Frozen;

namespace Bleep.Pii.Formatting;

/// <summary>Leaves of a swear word its first letter: <c>s***</c>.</summary>
internal static class ProfanityFilter
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "fuck", "fucks", "fucked", "fucker", "fuckers", "fuckin", "fucking", "motherfucker", "motherfuckers", "motherfucking", "shit",
        "shits", "shitty", "bullshit", "horseshit", "bitch", "bitches", "bitching", "bastard", "bastards", "asshole", "assholes",
        "arsehole", "arseholes", "cunt", "cunts", "cock", "cocksucker", "dick", "dickhead", "dickheads", "pussy", "prick", "pricks",
        "twat", "wanker", "wankers", "slut", "sluts", "whore", "whores", "piss", "pissed", "goddamn", "goddamned", "crap", "crappy",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The word as it may be shown; punctuation and a possessive ending stay.</summary>
    public static string Filter(string word)
    {
        var frame = WordFrame.Of(word);
        string core = frame.Core;
        string ending = "";
        if (core.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || core.EndsWith("\u2019s", StringComparison.OrdinalIgnoreCase))
        {
            (core, ending) = (core[..^2], core[^2..]);
        }
        return Words.Contains(core) ? $"{frame.Before}{core[0]}{new string('*', core.Length - 1)}{ending}{frame.After}" : word;
    }
}
