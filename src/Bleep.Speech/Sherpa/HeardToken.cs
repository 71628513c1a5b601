namespace Bleep.Speech.Sherpa;

/// <summary>A piece of a word as a model writes it.</summary>
/// <param name="Text">Its text; a blank in front begins a word.</param>
/// <param name="StartSeconds">When it was heard, from the start of the audio.</param>
/// <param name="DurationSeconds">How long, where the model tells; else 0.</param>
/// <param name="LogProbability">Natural logarithm of its probability; null where the model does not tell.</param>
internal readonly record struct HeardToken(string Text, float StartSeconds, float DurationSeconds, float? LogProbability);
