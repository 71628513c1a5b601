namespace Bleep.Speech.Sherpa;

/// <summary>A word put together from tokens, with the times of its tokens.</summary>
/// <param name="Text">The word.</param>
/// <param name="FirstSeconds">Start of its first token.</param>
/// <param name="LastSeconds">Start of its last token that sounds.</param>
/// <param name="EndSeconds">End of its last token, where the model tells; else its start.</param>
/// <param name="Confidence">Geometric mean of its tokens' probabilities, 0 to 1; 1 where the model does not tell.</param>
internal sealed record TokenWord(string Text, double FirstSeconds, double LastSeconds, double EndSeconds, double Confidence);
