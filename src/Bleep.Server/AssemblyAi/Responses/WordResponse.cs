namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A word.</summary>
/// <param name="Text">The word with its sentence marks; redacted where it is private.</param>
/// <param name="Start">When it begins, in milliseconds.</param>
/// <param name="End">When it ends, in milliseconds.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Speaker"><c>A</c>, <c>B</c>… or the channel's number; null when speakers are not told apart.</param>
/// <param name="Channel">The channel's number from 1 as text; null where channels were mixed.</param>
public sealed record WordResponse(string Text, long Start, long End, double Confidence, string? Speaker, string? Channel);
