namespace Bleep.Synthesis.Randomness;

/// <summary>
/// Numbers that follow from a seed alone, on every machine and every version of the framework (SplitMix64),
/// so that a seed names a call for ever.
/// </summary>
public sealed class SeededRandom
{
    private ulong _state;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Any number.</param>
    public SeededRandom(long seed) => _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + 0x632BE59BD9B4E019UL);

    /// <summary>A sequence of its own for one purpose, so that a change in one place does not shift all others.</summary>
    /// <param name="purpose">A name of the purpose.</param>
    public SeededRandom Fork(string purpose) => new(unchecked((long)(_state ^ StableHash.Of(purpose))));

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            ulong mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 to 1, 1 excluded.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from <paramref name="from"/> to <paramref name="toInclusive"/>, both included.</summary>
    /// <param name="from">Smallest number.</param>
    /// <param name="toInclusive">Largest number.</param>
    public int Next(int from, int toInclusive)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, toInclusive);
        return (int)(from + (long)(NextDouble() * ((long)toInclusive - from + 1)));
    }

    /// <summary>True with the given probability.</summary>
    /// <param name="probability">0 to 1.</param>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>One of the items, all equally likely.</summary>
    /// <param name="items">At least one item.</param>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(0, items.Count - 1)];

    /// <summary>One of the items; an item's chance grows with its weight.</summary>
    /// <param name="items">At least one item.</param>
    /// <param name="weight">A weight of zero or more; at least one above zero.</param>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        double left = NextDouble() * items.Sum(weight);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
            {
                return item;
            }
        }
        return items[^1];
    }

    /// <summary>A string of random decimal digits.</summary>
    /// <param name="count">Number of digits.</param>
    public string Digits(int count) => string.Create(count, this, static (span, random) =>
    {
        for (int index = 0; index < span.Length; index++)
        {
            span[index] = (char)('0' + random.Next(0, 9));
        }
    });

    /// <summary>A string of random characters out of an alphabet.</summary>
    /// <param name="count">Number of characters.</param>
    /// <param name="alphabet">The characters to choose from.</param>
    public string Characters(int count, string alphabet) => string.Create(count, (this, alphabet), static (span, state) =>
    {
        for (int index = 0; index < span.Length; index++)
        {
            span[index] = state.alphabet[state.Item1.Next(0, state.alphabet.Length - 1)];
        }
    });
}
