namespace Bleep.Speech.Sherpa;

/// <summary>Words of which only the time of them all is known.</summary>
/// <param name="Text">The words.</param>
/// <param name="StartSeconds">Start of the first one.</param>
/// <param name="EndSeconds">End of the last one.</param>
internal readonly record struct HeardSegment(string Text, float StartSeconds, float EndSeconds);
