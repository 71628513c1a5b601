namespace Bleep.Server.Jobs;

/// <summary>A turn of a result.</summary>
/// <param name="Words">Its words in the order of time.</param>
/// <param name="Speaker">Who speaks, or null.</param>
/// <param name="Channel">1-based channel, or null where channels were mixed.</param>
public sealed record ResultTurn(IReadOnlyList<ResultWord> Words, string? Speaker, int? Channel);
