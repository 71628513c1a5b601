namespace Bleep.Speech.Sherpa;

/// <summary>What a model made of a stretch of audio.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Tokens">Pieces of words with their times; empty where the model tells none.</param>
/// <param name="Segments">Stretches of text with their times; empty where the model tells none.</param>
internal sealed record HeardSpeech(string Text, IReadOnlyList<HeardToken> Tokens, IReadOnlyList<HeardSegment> Segments);
