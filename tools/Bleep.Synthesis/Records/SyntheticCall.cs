namespace Bleep.Synthesis.Records;

/// <summary>A made-up call whose truth is known.</summary>
/// <param name="Id">Names the call; the same seed and options give the same call and the same name.</param>
/// <param name="Domain">What kind of call: <c>banking</c>, <c>hospital</c>…</param>
/// <param name="Turns">The turns in order.</param>
public sealed record SyntheticCall(string Id, string Domain, IReadOnlyList<CallTurn> Turns)
{
    /// <summary>Names of the template fragments that the call is made of.</summary>
    public IReadOnlyList<string> Fragments { get; init; } = [];
}
