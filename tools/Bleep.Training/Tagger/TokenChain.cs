namespace Bleep.Training.Tagger;

/// <summary>One turn ready for training: features and possible labels of its tokens.</summary>
/// <param name="Features">Features of all tokens in a row.</param>
/// <param name="Ends">End of each token's features.</param>
/// <param name="Allowed">Bits of the labels each token may have.</param>
internal sealed record TokenChain(uint[] Features, int[] Ends, byte[] Allowed)
{
    /// <summary>Number of tokens.</summary>
    public int Count => Ends.Length;

    /// <summary>The features of one token.</summary>
    public ReadOnlySpan<uint> Of(int token) => Features.AsSpan((token == 0 ? 0 : Ends[token - 1])..Ends[token]);
}
