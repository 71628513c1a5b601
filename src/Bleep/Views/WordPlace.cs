using Bleep.Transcripts;

namespace Bleep.Views;

/// <summary>One place of a phrase.</summary>
/// <param name="Index">Index of its first word in <see cref="WordList.Of"/>.</param>
/// <param name="Time">From the start of its first to the end of its last word.</param>
public readonly record struct WordPlace(int Index, TimeRange Time);
