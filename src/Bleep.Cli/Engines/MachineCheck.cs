namespace Bleep.Cli.Engines;

/// <summary>One thing that Bleep needs of a machine.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsGood">True when it is there and works.</param>
/// <param name="Found">What was found, or what is wrong.</param>
/// <param name="Remedy">What to do when it is missing; null when it is there.</param>
internal sealed record MachineCheck(string Name, bool IsGood, string Found, string? Remedy = null);
