namespace Bleep.Pii.Policies;

/// <summary>
/// One kind of personal data, with the name it has on the wire. The policies of <see cref="PiiPolicies"/> are singletons,
/// so they compare by reference; a label of static or custom terms has a policy of its own, outside the catalogue.
/// </summary>
public sealed class PiiPolicy
{
    private PiiPolicy(string name, string tag, string group, string meaning, int index)
    {
        (Name, Tag, Group, Meaning, Index) = (name, tag, group, meaning, index);
    }

    internal PiiPolicy(PolicyDefinition definition, int index, bool isDocumented)
        : this(definition.Name, definition.Name.ToUpperInvariant(), definition.Group, definition.Meaning, index)
    {
        IsDocumented = isDocumented;
        Examples = [.. definition.Examples.Select(PolicyExample.Parse)];
        SpokenExamples = [.. definition.SpokenExamples.Select(PolicyExample.Parse)];
        NearMisses = definition.NearMisses;
        AmazonTypes = definition.AmazonTypes;
        Aliases = definition.Aliases;
    }

    /// <summary>The name on the wire, <c>person_name</c>; the label for a policy made of a label.</summary>
    public string Name { get; }

    /// <summary>The name in upper case, as it stands in a tag: <c>PERSON_NAME</c>.</summary>
    public string Tag { get; }

    /// <summary>The family the policy belongs to: <c>contact</c>, <c>finance</c>, <c>health</c>…</summary>
    public string Group { get; }

    /// <summary>What the policy covers, in one sentence.</summary>
    public string Meaning { get; }

    /// <summary>Examples as they are written, two at least.</summary>
    public IReadOnlyList<PolicyExample> Examples { get; } = [];

    /// <summary>Examples as a recogniser writes what was spoken, two at least.</summary>
    public IReadOnlyList<PolicyExample> SpokenExamples { get; } = [];

    /// <summary>Texts that look alike but hold nothing of this policy, two at least.</summary>
    public IReadOnlyList<string> NearMisses { get; } = [];

    /// <summary>
    /// The Amazon Transcribe types whose findings this policy's findings include; empty when there is none.
    /// More than one (bank account and routing number) needs the detector to tell which it found.
    /// </summary>
    public IReadOnlyList<string> AmazonTypes { get; } = [];

    /// <summary>Other names that are understood as this policy; they are never written out.</summary>
    public IReadOnlyList<string> Aliases { get; } = [];

    /// <summary>True for the policies that act when none is named.</summary>
    public bool IsDocumented { get; }

    /// <summary>Position in <see cref="PiiPolicies.All"/>, or -1 for a policy made of a label.</summary>
    public int Index { get; }

    /// <summary>The policy whose meaning includes this one's (a city is a location), or null.</summary>
    public PiiPolicy? Broader { get; internal set; }

    /// <summary>How many broader policies stand above this one; the larger decides between equals.</summary>
    public int Specificity => Broader is null ? 0 : 1 + Broader.Specificity;

    /// <summary>Makes the policy of a static or custom label. Each call makes a new one.</summary>
    /// <param name="label">The label; becomes upper case.</param>
    /// <exception cref="ArgumentException">The label cannot stand in a tag, see <see cref="PolicyLabel"/>.</exception>
    public static PiiPolicy ForLabel(string label)
    {
        string tag = PolicyLabel.Normalize(label);
        return new PiiPolicy(tag, tag, "custom", "Terms that the user named.", index: -1);
    }

    /// <summary>The wire name.</summary>
    public override string ToString() => Name;
}
