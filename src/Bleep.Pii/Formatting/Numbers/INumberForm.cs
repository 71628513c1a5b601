namespace Bleep.Pii.Formatting.Numbers;

/// <summary>One way in which numbers are written: as a date, a sum, a telephone number…</summary>
internal interface INumberForm
{
    /// <summary>Writes the numbers from <paramref name="at"/> on, and the words after them that belong to it.</summary>
    /// <param name="run">The numbers and their surroundings.</param>
    /// <param name="at">Index of the first number that is still to be written.</param>
    /// <returns>The tokens, which cover the words without a gap; null when this form does not fit.</returns>
    IReadOnlyList<FormatToken>? Write(NumberRun run, int at);
}
