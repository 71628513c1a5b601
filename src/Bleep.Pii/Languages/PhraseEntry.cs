namespace Bleep.Pii.Languages;

/// <summary>One meaning of a phrase of the language pack.</summary>
/// <param name="Kind">The lexicon or cue list it stands in.</param>
/// <param name="Flags">What the lexicon says of its reliability.</param>
/// <param name="Data">Index of the <see cref="Cue"/> for cue kinds; 0 otherwise.</param>
internal readonly record struct PhraseEntry(LexiconKind Kind, PhraseFlags Flags, int Data);
