namespace Bleep.Training.Tagger;

/// <summary>Numbers the features that occur often enough to learn from.</summary>
internal sealed class FeatureTable
{
    /// <summary>Stands for a feature that was left out.</summary>
    public const uint None = uint.MaxValue;

    // Counts are kept under the low bits of the hash: two features may share one, which only keeps a few rare ones.
    private const int CounterBits = 26;

    private readonly Dictionary<uint, uint> _numbers = [];

    /// <summary>Counts the features of the chains and puts their numbers in the place of their hashes.</summary>
    /// <param name="chains">The chains, changed in place.</param>
    /// <param name="minCount">Features seen less often are left out.</param>
    public FeatureTable(IReadOnlyList<TokenChain> chains, int minCount)
    {
        var counts = new byte[1 << CounterBits];
        foreach (uint feature in chains.SelectMany(chain => chain.Features))
        {
            ref byte count = ref counts[feature & ((1 << CounterBits) - 1)];
            count += (byte)(count < byte.MaxValue ? 1 : 0);
        }
        foreach (var chain in chains)
        {
            foreach (ref uint feature in chain.Features.AsSpan())
            {
                if (counts[feature & ((1 << CounterBits) - 1)] < minCount)
                {
                    feature = None;
                    continue;
                }
                if (!_numbers.TryGetValue(feature, out uint number))
                {
                    _numbers.Add(feature, number = (uint)_numbers.Count);
                }
                feature = number;
            }
        }
    }

    /// <summary>Number of features kept.</summary>
    public int Count => _numbers.Count;

    /// <summary>All features by their hashes.</summary>
    public IEnumerable<KeyValuePair<uint, uint>> Numbers => _numbers;
}
