namespace Bleep.Server.Jobs;

/// <summary>A word of a result.</summary>
/// <param name="Text">The word with its sentence marks.</param>
/// <param name="StartMs">When it begins, in milliseconds from the start of the recording.</param>
/// <param name="EndMs">When it ends.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record ResultWord(string Text, long StartMs, long EndMs, double Confidence);
