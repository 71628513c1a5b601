namespace Bleep.Synthesis.Records;

/// <summary>A private stretch of a turn.</summary>
/// <param name="Start">First word (or first code unit of the written text) inside.</param>
/// <param name="End">First word (or code unit) after.</param>
/// <param name="Policy">Wire name of the policy.</param>
/// <param name="Optional">True when finding it counts neither way.</param>
/// <param name="Value">The words of the span, joined by single blanks.</param>
public sealed record CallSpan(int Start, int End, string Policy, bool Optional, string Value)
{
    /// <summary>A name under which it is reported apart (<c>misheard</c>), or null.</summary>
    public string? Group { get; init; }
}
