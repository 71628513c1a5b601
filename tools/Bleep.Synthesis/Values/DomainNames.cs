namespace Bleep.Synthesis.Values;

/// <summary>Makes up names of hosts.</summary>
internal static class DomainNames
{
    private static readonly (string Written, string Spoken, double Weight)[] s_endings =
    [
        (".com", " dot com", 8), (".org", " dot org", 2), (".net", " dot net", 2), (".co.uk", " dot C O dot U K", 1), (".edu", " dot E D U", 1),
        (".io", " dot I O", 1), (".gov", " dot gov", 0.5), (".ca", " dot C A", 0.5), (".de", " dot D E", 0.3), (".info", " dot info", 0.3),
    ];

    /// <summary>A made-up host name, without <c>www</c>.</summary>
    /// <param name="cast">The call.</param>
    public static WordListItem Choose(CallCast cast)
    {
        var random = cast.Random;
        var ending = random.Pick(s_endings, item => item.Weight);
        var first = random.Chance(0.4) ? cast.Pick("last-names") : cast.Pick("login-words");
        var second = cast.Pick("domain-words");
        string joined = random.Chance(0.15) ? "-" : "";
        string written = Bare(first) + joined + Bare(second) + ending.Written;
        return new WordListItem(written, $"{first.Spoken}{(joined.Length > 0 ? " dash" : "")} {second.Spoken}{ending.Spoken}");
    }

    private static string Bare(WordListItem item) => string.Concat(item.Spoken.Where(char.IsAsciiLetterOrDigit));
}
