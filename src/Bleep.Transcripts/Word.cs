namespace Bleep.Transcripts;

/// <summary>One recognised word.</summary>
/// <param name="Text">The word as the recogniser or the writer of the transcript put it; no blanks inside.</param>
/// <param name="Start">When the word begins, from the start of the recording.</param>
/// <param name="End">When the word ends; not before <paramref name="Start"/>.</param>
/// <param name="Confidence">How sure the recogniser is of the word, 0 to 1; 1 when the source does not tell.</param>
public sealed record Word(string Text, TimeSpan Start, TimeSpan End, double Confidence = 1.0)
{
    /// <summary>The stretch of time in which the word is spoken.</summary>
    public TimeRange Time => new(Start, End);
}
