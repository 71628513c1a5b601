using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Values;

/// <summary>One line of a word list: <c>written</c> or <c>written|spoken</c>.</summary>
/// <param name="Written">The written form.</param>
/// <param name="Spoken">The spoken words.</param>
internal sealed record WordListItem(string Written, string Spoken)
{
    /// <summary>True for the fifth of every list that training never sees, so that unseen values can be measured.</summary>
    public bool IsHeldOut { get; } = StableHash.Of(Written) % 5 == 0;
}
