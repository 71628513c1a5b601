namespace Bleep.Server.Jobs;

/// <summary>A spelling to use in place of others.</summary>
/// <param name="From">Words or phrases that are replaced.</param>
/// <param name="To">What stands there instead.</param>
public sealed record SpellingRule(IReadOnlyList<string> From, string To);
