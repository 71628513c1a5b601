using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Bleep.Pii.Policies;

/// <summary>An immutable set of policies of the catalogue; membership is one bit test.</summary>
public sealed class PiiPolicySet : IReadOnlyCollection<PiiPolicy>, IEquatable<PiiPolicySet>
{
    private const int BitsPerPart = 64;
    private readonly ulong _low;
    private readonly ulong _high;

    private PiiPolicySet(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>The set without any policy.</summary>
    public static PiiPolicySet Empty { get; } = new(0, 0);

    /// <summary>The 44 documented policies: what <c>all</c> and no choice at all mean.</summary>
    public static PiiPolicySet Documented { get; } = Of(PiiPolicies.Documented);

    /// <summary>Every policy of the catalogue, also those that act only when named.</summary>
    public static PiiPolicySet Everything { get; } = Of(PiiPolicies.All);

    /// <inheritdoc/>
    public int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high);

    /// <summary>Makes a set of policies of the catalogue.</summary>
    /// <param name="policies">The policies; repeats collapse.</param>
    /// <exception cref="ArgumentException">One of them is made of a label.</exception>
    public static PiiPolicySet Of(params IEnumerable<PiiPolicy> policies)
    {
        ulong low = 0;
        ulong high = 0;
        foreach (var policy in policies)
        {
            if (policy.Index < 0)
            {
                throw new ArgumentException("A policy made of a label belongs to no set.", nameof(policies));
            }
            if (policy.Index < BitsPerPart)
            {
                low |= 1UL << policy.Index;
            }
            else
            {
                high |= 1UL << (policy.Index - BitsPerPart);
            }
        }
        return new PiiPolicySet(low, high);
    }

    /// <summary>Reads a list of names, aliases and <c>all</c>, separated by commas.</summary>
    /// <param name="list">For example <c>person_name,phone_number</c>.</param>
    /// <exception cref="FormatException">A name is unknown (the message names it and the nearest) or the list is empty.</exception>
    public static PiiPolicySet Parse(string list) =>
        TryParse(list, out var set, out string? error) ? set : throw new FormatException(error);

    /// <summary>Like <see cref="Parse"/>, with the fault as a value.</summary>
    /// <param name="list">Names separated by commas.</param>
    /// <param name="set">The policies named.</param>
    /// <param name="error">One sentence that names the unknown policy and the nearest known one.</param>
    /// <returns>True when every name is known and there is at least one.</returns>
    public static bool TryParse(
        string? list, [NotNullWhen(true)] out PiiPolicySet? set, [NotNullWhen(false)] out string? error) =>
        TryParse((list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), out set, out error);

    /// <summary>Reads names, aliases and <c>all</c> that stand apart already.</summary>
    /// <param name="names">The names.</param>
    /// <param name="set">The policies named.</param>
    /// <param name="error">One sentence that names the unknown policy and the nearest known one.</param>
    /// <returns>True when every name is known and there is at least one.</returns>
    public static bool TryParse(
        IReadOnlyCollection<string> names, [NotNullWhen(true)] out PiiPolicySet? set, [NotNullWhen(false)] out string? error)
    {
        var result = Empty;
        set = null;
        foreach (string name in names)
        {
            if (name.Trim().Equals("all", StringComparison.OrdinalIgnoreCase))
            {
                result = result.Union(Documented);
            }
            else if (PiiPolicies.TryFind(name, out var policy))
            {
                result = result.Union(Of(policy));
            }
            else
            {
                error = PiiPolicies.DescribeUnknown(name);
                return false;
            }
        }
        if (result.Count == 0)
        {
            error = "No policy is named; leave the list out to have all of them.";
            return false;
        }
        (set, error) = (result, null);
        return true;
    }

    /// <summary>True when the set holds the policy; false for a policy made of a label.</summary>
    /// <param name="policy">The policy asked for.</param>
    public bool Contains(PiiPolicy policy) => policy.Index switch
    {
        < 0 => false,
        < BitsPerPart => (_low & (1UL << policy.Index)) != 0,
        _ => (_high & (1UL << (policy.Index - BitsPerPart))) != 0,
    };

    /// <summary>The policies of either set.</summary>
    /// <param name="other">The other set.</param>
    public PiiPolicySet Union(PiiPolicySet other) => new(_low | other._low, _high | other._high);

    /// <summary>The policies of both sets.</summary>
    /// <param name="other">The other set.</param>
    public PiiPolicySet Intersect(PiiPolicySet other) => new(_low & other._low, _high & other._high);

    /// <summary>The policies of this set that the other does not hold.</summary>
    /// <param name="other">The set taken away.</param>
    public PiiPolicySet Except(PiiPolicySet other) => new(_low & ~other._low, _high & ~other._high);

    /// <summary>The policies in the catalogue's order.</summary>
    public IEnumerator<PiiPolicy> GetEnumerator() => PiiPolicies.All.Where(Contains).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PiiPolicySet? other) => other is not null && _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PiiPolicySet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_low, _high);

    /// <summary>The wire names separated by commas, in the catalogue's order.</summary>
    public override string ToString() => string.Join(',', this.Select(policy => policy.Name));
}
