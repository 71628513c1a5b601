namespace Bleep.Server.Streaming.Messages;

/// <summary>A word of a turn.</summary>
/// <param name="Start">When it begins, in milliseconds of the session's audio.</param>
/// <param name="End">When it ends, in milliseconds.</param>
/// <param name="Text">The word.</param>
/// <param name="Confidence">How sure the engine is, 0 to 1.</param>
/// <param name="WordIsFinal">True when it will hardly change any more.</param>
public sealed record TurnWord(long Start, long End, string Text, double Confidence, bool WordIsFinal);
