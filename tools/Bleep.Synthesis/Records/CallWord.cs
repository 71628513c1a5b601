namespace Bleep.Synthesis.Records;

/// <summary>One spoken word of a call.</summary>
/// <param name="Text">Lower case, without marks except apostrophes.</param>
/// <param name="IsLetter">True for the name of a letter, so that "a" is not said as the article.</param>
/// <param name="PauseAfter">The pause that the speaker makes after it.</param>
public sealed record CallWord(string Text, bool IsLetter = false, Pause PauseAfter = Pause.None);
