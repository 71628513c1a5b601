namespace Bleep.Pii.Tests.Gold;

/// <summary>A stretch of a turn that was marked by hand.</summary>
/// <param name="Start">First character in the turn's text.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="Policies">Wire names of the policies it may be called by; the first is the one it counts for.</param>
/// <param name="IsOptional">Doubtful: covering it is neither right nor wrong.</param>
/// <param name="Group">Marks of a group are counted apart, <c>misheard</c> for example; null for all others.</param>
internal sealed record GoldMark(int Start, int End, IReadOnlyList<string> Policies, bool IsOptional, string? Group);
