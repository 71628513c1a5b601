namespace Bleep.Server.Jobs;

/// <summary>Personal data of a result's list.</summary>
/// <param name="Policy">Wire name of the policy.</param>
/// <param name="Text">Its words, redacted unless the client asked for unredacted text.</param>
/// <param name="StartMs">When it begins, in milliseconds.</param>
/// <param name="EndMs">When it ends.</param>
public sealed record ResultEntity(string Policy, string Text, long StartMs, long EndMs);
