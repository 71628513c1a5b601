using Bleep.Transcripts;

namespace Bleep.Documents;

/// <summary>One turn of a written text.</summary>
/// <param name="Speaker">Place of the speaker's name in the text, empty where there is none.</param>
/// <param name="Words">Place of what is said, from after the name and its colon to the next turn.</param>
public readonly record struct TextPiece(CharRange Speaker, CharRange Words);
