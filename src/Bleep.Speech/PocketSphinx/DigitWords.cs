using System.Collections.Frozen;

namespace Bleep.Speech.PocketSphinx;

/// <summary>The words digit strings are spoken with, and what the general decoder takes them for.</summary>
internal static class DigitWords
{
    /// <summary>One word a digit.</summary>
    public static IReadOnlyList<string> Digits { get; } =
        ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>Words before a digit that repeat it.</summary>
    public static IReadOnlyList<string> Repeaters { get; } = ["double", "triple"];

    private static readonly FrozenSet<string> DigitSet = Digits.Concat(Repeaters).ToFrozenSet();

    private static readonly FrozenSet<string> Homophones = FrozenSet.Create(
        "to", "too", "for", "fore", "o", "ate", "won", "nein", "sex", "sicks", "tree", "free", "line", "lie", "euro");

    // A longer number in the run means that digits alone would be a wrong reading of it.
    private static readonly FrozenSet<string> OtherNumbers = FrozenSet.Create(
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million");

    /// <summary>True for a digit or a repeater.</summary>
    public static bool IsDigit(string word) => DigitSet.Contains(word);

    /// <summary>True for a word the general decoder writes when a digit is said.</summary>
    public static bool IsHomophone(string word) => Homophones.Contains(word);

    /// <summary>True for a number word that is no digit.</summary>
    public static bool IsOtherNumber(string word) => OtherNumbers.Contains(word);
}
