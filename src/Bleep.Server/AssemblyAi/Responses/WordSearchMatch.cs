namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Where a term was found.</summary>
/// <param name="Text">The term.</param>
/// <param name="Count">How often.</param>
/// <param name="Timestamps">Start and end of each place, in milliseconds.</param>
/// <param name="Indexes">Index of each place's first word among the transcript's words.</param>
public sealed record WordSearchMatch(string Text, int Count, IReadOnlyList<long[]> Timestamps, IReadOnlyList<int> Indexes);
