namespace Bleep.Pii.Policies;

/// <summary>Guesses which policy an unknown name meant.</summary>
internal static class PolicySuggestion
{
    public static PiiPolicy? For(string name)
    {
        string wanted = string.Join('_', name.ToLowerInvariant().Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries));
        if (wanted.Length == 0)
        {
            return null;
        }
        var (nearest, distance) = PiiPolicies.All
            .SelectMany(policy => Names(policy).Select(known => (Policy: policy, Distance: EditDistance.Between(wanted, known))))
            .MinBy(candidate => candidate.Distance);
        int longestTypo = Math.Max(1, wanted.Length / 4);
        if (distance <= longestTypo)
        {
            return nearest;
        }
        // Not a slip of the keys, so perhaps one word of the name ('phone') or the beginning of it ('cred').
        return PiiPolicies.All.FirstOrDefault(policy => policy.Name.Split('_').Contains(wanted))
            ?? PiiPolicies.All.FirstOrDefault(policy => policy.Name.StartsWith(wanted, StringComparison.Ordinal))
            ?? PiiPolicies.All.FirstOrDefault(policy => wanted.Split('_').Any(policy.Name.Split('_')[0].Equals))
            ?? (distance <= wanted.Length / 2 ? nearest : null);
    }

    // What Amazon calls a kind is what some will type.
    private static IEnumerable<string> Names(PiiPolicy policy) =>
        [policy.Name, policy.Name.Replace("us_", ""), .. policy.Aliases, .. policy.AmazonTypes.Select(type => type.ToLowerInvariant())];
}
