namespace Bleep.Pii.Tokens;

/// <summary>When a word was said and how sure the recogniser is of it.</summary>
/// <param name="StartMs">Start in milliseconds from the beginning of the recording.</param>
/// <param name="EndMs">End in milliseconds.</param>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct WordTiming(int StartMs, int EndMs, float Confidence);
