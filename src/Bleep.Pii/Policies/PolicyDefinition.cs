namespace Bleep.Pii.Policies;

/// <summary>What the catalogue's files say of one policy, before it becomes a <see cref="PiiPolicy"/>.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Group">Family the policy belongs to.</param>
/// <param name="Meaning">One sentence.</param>
internal sealed record PolicyDefinition(string Name, string Group, string Meaning)
{
    /// <summary>Written examples with the private part in square brackets.</summary>
    public required string[] Examples { get; init; }

    /// <summary>Examples as a recogniser writes them: lower case, no marks, numbers as words.</summary>
    public required string[] SpokenExamples { get; init; }

    /// <summary>Texts that look alike and in which the policy has nothing.</summary>
    public required string[] NearMisses { get; init; }

    /// <summary>Names of the Amazon Transcribe types that this policy covers.</summary>
    public string[] AmazonTypes { get; init; } = [];

    /// <summary>Other wire names that mean this policy.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Wire name of the policy whose findings include this one's.</summary>
    public string? Broader { get; init; }
}
