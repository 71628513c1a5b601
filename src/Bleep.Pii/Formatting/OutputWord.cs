using Bleep.Transcripts;

namespace Bleep.Pii.Formatting;

/// <summary>One word of the text as a reader sees it, which remembers the spoken words it was made of.</summary>
/// <param name="Text">The word with its punctuation.</param>
/// <param name="Source">
/// The raw words of the turn it was made of, at least one. Starts and ends never go back from one word to the next; words that
/// one spoken word became (a spelling of the user's) share it.
/// </param>
/// <param name="Start">When the first of them begins.</param>
/// <param name="End">When the last of them ends.</param>
/// <param name="Confidence">The mean of their confidences, 0 to 1.</param>
public sealed record OutputWord(string Text, WordRange Source, TimeSpan Start, TimeSpan End, double Confidence);
