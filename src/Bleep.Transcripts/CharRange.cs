namespace Bleep.Transcripts;

/// <summary>A half-open range of UTF-16 code units in a text, <c>[Start, End)</c>.</summary>
/// <param name="Start">Index of the first code unit inside.</param>
/// <param name="End">Index of the first code unit after.</param>
public readonly record struct CharRange(int Start, int End)
{
    /// <summary>Number of code units inside.</summary>
    public int Length => End - Start;

    /// <summary>True when the two ranges share at least one code unit.</summary>
    /// <param name="other">The range to compare with.</param>
    public bool Overlaps(CharRange other) => Start < other.End && other.Start < End;
}
