using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bleep.Pii.Policies;

/// <summary>Reads least scores of single policies, as people write them in settings: <c>person_name=0.4,date=0.8</c>.</summary>
public static class PolicyThresholds
{
    /// <summary>Reads a list.</summary>
    /// <param name="list">Names and scores, 0 to 1 with a decimal point, separated by commas.</param>
    /// <param name="thresholds">The least score of each policy named; empty when the list cannot be read.</param>
    /// <param name="error">What is wrong, one line; null when nothing is.</param>
    /// <returns>False when a part is no pair, a policy is unknown or named twice, or a score is out of range.</returns>
    public static bool TryParse(string list, out IReadOnlyDictionary<PiiPolicy, double> thresholds, [NotNullWhen(false)] out string? error)
    {
        var read = new Dictionary<PiiPolicy, double>();
        thresholds = read;
        error = null;
        foreach (string part in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', StringSplitOptions.TrimEntries);
            if (pair.Length != 2)
            {
                error = "a threshold is written policy=score, such as person_name=0.4";
            }
            else if (!PiiPolicies.TryFind(pair[0], out var policy))
            {
                error = PiiPolicies.Nearest(pair[0]) is { } nearest ? $"unknown policy '{pair[0]}'; '{nearest}' is the nearest" : $"unknown policy '{pair[0]}'";
            }
            else if (!double.TryParse(pair[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double score) || score is < 0 or > 1)
            {
                error = $"the threshold of {policy.Name} is no number from 0 to 1";
            }
            else if (!read.TryAdd(policy, score))
            {
                error = $"the threshold of {policy.Name} is given twice";
            }
            if (error is not null)
            {
                thresholds = new Dictionary<PiiPolicy, double>();
                return false;
            }
        }
        return true;
    }
}
