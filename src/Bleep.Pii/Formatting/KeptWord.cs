namespace Bleep.Pii.Formatting;

/// <summary>A spoken word that is written, with the stuttering before it that it stands for.</summary>
/// <param name="First">Raw index of the first word it stands for.</param>
/// <param name="Index">Raw index of the word itself, at or after the first.</param>
internal readonly record struct KeptWord(int First, int Index);
