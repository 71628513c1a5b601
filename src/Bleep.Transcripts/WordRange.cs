namespace Bleep.Transcripts;

/// <summary>A half-open range of word indexes within one turn, <c>[Start, End)</c>.</summary>
/// <param name="Start">Index of the first word inside.</param>
/// <param name="End">Index of the first word after.</param>
public readonly record struct WordRange(int Start, int End)
{
    /// <summary>Number of words inside.</summary>
    public int Length => End - Start;

    /// <summary>True when the two ranges share at least one word.</summary>
    /// <param name="other">The range to compare with.</param>
    public bool Overlaps(WordRange other) => Start < other.End && other.Start < End;

    /// <summary>True when the word with this index lies inside.</summary>
    /// <param name="index">A word index of the same turn.</param>
    public bool Contains(int index) => Start <= index && index < End;
}
