namespace Bleep.Dialogues;

/// <summary>A stretch of a turn that a person labelled as private.</summary>
/// <param name="Start">First word or code point inside.</param>
/// <param name="End">First word or code point after.</param>
/// <param name="Policy">Wire name of the policy (<c>person_name</c>).</param>
/// <param name="Optional">True when finding it counts neither way.</param>
/// <param name="Group">A name under which the span is reported apart (<c>misheard</c>), or null.</param>
public sealed record GoldSpan(int Start, int End, string Policy, bool Optional = false, string? Group = null);
