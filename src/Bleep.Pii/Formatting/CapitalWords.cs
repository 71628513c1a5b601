using System.Collections.Frozen;

namespace Bleep.Pii.Formatting;

/// <summary>Words that have a capital wherever they stand, and the few that are written with capitals only.</summary>
internal static class CapitalWords
{
    private static readonly FrozenSet<string> Proper = FrozenSet.ToFrozenSet(
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays",
        "fridays", "saturdays", "sundays", "january", "february", "april", "june", "july", "august", "september", "october",
        "november", "december", "english", "spanish", "french", "german", "italian", "portuguese", "russian", "chinese", "mandarin",
        "cantonese", "japanese", "korean", "arabic", "hebrew", "hindi", "dutch", "swedish", "norwegian", "danish", "finnish", "greek",
        "turkish", "ukrainian", "vietnamese", "thai", "american", "americans", "british", "canadian", "mexican", "european",
        "african", "asian", "australian", "indian", "irish", "scottish", "america", "europe", "africa", "asia", "australia",
        "christmas", "easter", "thanksgiving", "halloween", "hanukkah", "ramadan", "internet", "google", "gmail", "visa", "mastercard",
        "medicare", "medicaid", "facebook", "youtube", "whatsapp",
    ]);

    private static readonly FrozenSet<string> Initials = FrozenSet.ToFrozenSet(
        ["tv", "usa", "atm", "ssn", "cvv", "iban", "irs", "fbi", "dna", "mri", "hiv", "nhs", "gps", "pdf", "faq", "url", "ipo"]);

    /// <summary>Words that stay small inside a name: 'Department of Health'.</summary>
    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(
    [
        "of", "the", "and", "for", "in", "at", "on", "de", "la", "del", "van", "von", "der", "al", "or", "to", "a", "an", "my", "is",
        "it's",
    ]);

    public static bool IsProper(string word) => Proper.Contains(word);

    public static bool IsInitials(string word) => Initials.Contains(word);

    public static bool IsSmallInName(string word) => Small.Contains(word);
}
