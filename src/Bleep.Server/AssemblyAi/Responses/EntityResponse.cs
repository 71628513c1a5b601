namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Personal data that was found.</summary>
/// <param name="EntityType">The policy.</param>
/// <param name="Text">Its words; redacted unless unredacted output was asked for.</param>
/// <param name="Start">When it begins, in milliseconds.</param>
/// <param name="End">When it ends, in milliseconds.</param>
public sealed record EntityResponse(string EntityType, string Text, long Start, long End);
