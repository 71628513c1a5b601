using Bleep.Outputs;

namespace Bleep.Reports;

/// <summary>Gives every policy of a report one of the style sheet's colours, the most frequent ones first.</summary>
internal sealed class PolicyColors
{
    public const int Count = 12;
    private readonly Dictionary<string, int> _colors = [];

    public PolicyColors(IEnumerable<Redaction> redactions)
    {
        foreach (var policy in redactions.GroupBy(redaction => redaction.Policy).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            _colors[policy.Key] = _colors.Count;
        }
    }

    /// <summary>Class of the elements of a policy; every policy has its own, colours repeat after the last.</summary>
    public string ClassOf(string policy) => $"p{(_colors.TryGetValue(policy, out int index) ? index : 0)}";

    /// <summary>The rules that give the classes their colours.</summary>
    public string Rules() => string.Concat(_colors.Values.Select(index =>
        $".p{index}{{--c:var(--c{index % Count});}}rect.p{index}{{fill:var(--c{index % Count});}}\n"));
}
