using System.Collections.Frozen;

namespace Bleep.Pii.Formatting.Addresses;

/// <summary>Ends of internet names that are spoken often. 'me', 'it', 'at' and 'no' are too much like words.</summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "co", "uk", "de", "fr", "es", "eu", "ca", "au", "nl", "ch",
        "se", "dk", "pl", "pt", "ie", "nz", "za", "jp", "br", "mx", "app", "dev", "tv", "ai", "cloud", "example", "xyz",
    ]);

    public static bool Contains(string word) => Names.Contains(word);
}
