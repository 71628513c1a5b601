using System.Collections.Frozen;

namespace Bleep.Pii.Recognizers.Places;

/// <summary>Words that matter around a street word of English.</summary>
internal static class StreetWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _certain = Set(
        "street", "avenue", "road", "boulevard", "lane", "terrace", "highway", "parkway", "drive", "st", "ave", "rd", "blvd", "ln", "hwy", "pkwy", "dr", "ct", "cir");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _adjectives = Set(
        "long", "busy", "whole", "other", "right", "left", "wrong", "same", "next", "main-ish", "new", "dirt", "back", "open", "own", "one", "two", "local", "nearest", "quiet", "side",
        "private", "public", "hard", "flash", "usb", "test", "food", "tennis", "district", "supreme", "high-speed", "fast", "slow", "memory", "thumb", "trip", "car", "bus", "bike");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = Set(
        "main", "high", "park", "oak", "pine", "maple", "elm", "cedar", "lake", "hill", "river", "church", "school", "market", "station", "mill", "spring", "water", "bridge", "garden",
        "forest", "sunset", "sunrise", "valley", "meadow", "willow", "cherry", "walnut", "chestnut", "birch", "ash", "center", "centre", "union", "broad", "state", "court", "front",
        "washington", "lincoln", "jefferson", "king", "queen", "princess", "victoria", "bank", "canal", "commercial", "industrial", "college", "university", "railroad", "liberty", "wall", "view", "ridge");

    /// <summary>True for words that mean a street in nearly all of their uses.</summary>
    public static bool IsCertain(ReadOnlySpan<char> word) => _certain.Contains(word);

    /// <summary>True for ordinary words before 'street' or 'drive' that name no street.</summary>
    public static bool IsAdjective(ReadOnlySpan<char> word) => _adjectives.Contains(word);

    /// <summary>True for ordinary words that streets are often named with.</summary>
    public static bool IsCommonName(ReadOnlySpan<char> word) => _names.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
