namespace Bleep.Synthesis.Values;

/// <summary>A value as written and as spoken, with the policy that hides it.</summary>
/// <param name="Written">As a careful writer puts it: <c>610-265-1714</c>.</param>
/// <param name="Spoken">
/// As it is said: <c>six one oh, two six five, one seven one four</c>. Commas are pauses; a lone upper-case letter is a letter's name.
/// </param>
/// <param name="Policy">Wire name of the policy.</param>
internal sealed record Rendering(string Written, string Spoken, string Policy)
{
    /// <summary>A further policy under which the value may count (never counted against a detector), or null.</summary>
    public string? AlsoPolicy { get; init; }

    /// <summary>Words that stand before the value and are no part of it: <c>the</c> of "the nineties".</summary>
    public string Lead { get; init; } = "";
}
