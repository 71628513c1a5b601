namespace Bleep.Pii.Dialogue;

/// <summary>The cues of a document, by turn, and what each turn is expected to answer.</summary>
internal sealed class DialogueCues
{
    private const int Window = 32;

    private readonly List<CueHit> _hits;
    private readonly int[] _hitStarts;
    private readonly List<Expectation> _expectations;
    private readonly int[] _expectationStarts;

    internal DialogueCues(List<CueHit> hits, int[] hitStarts, List<Expectation> expectations, int[] expectationStarts)
    {
        _hits = hits;
        _hitStarts = hitStarts;
        _expectations = expectations;
        _expectationStarts = expectationStarts;
    }

    /// <summary>The cues of a turn in the order of their start.</summary>
    public ReadOnlySpan<CueHit> HitsOf(int turn) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hits)[_hitStarts[turn].._hitStarts[turn + 1]];

    /// <summary>The cues that start within a few dozen tokens before a token, in the order of their start; found in logarithmic time.</summary>
    /// <param name="turn">The token's turn.</param>
    /// <param name="token">The token.</param>
    public ReadOnlySpan<CueHit> HitsBefore(int turn, int token) => Between(turn, token - Window, token);

    /// <summary>The cues that start at a token or within a few dozen tokens after it.</summary>
    /// <param name="turn">The token's turn.</param>
    /// <param name="token">The token.</param>
    public ReadOnlySpan<CueHit> HitsAfter(int turn, int token) => Between(turn, token, token + Window);

    private ReadOnlySpan<CueHit> Between(int turn, int from, int to)
    {
        var hits = HitsOf(turn);
        int first = LowerBound(hits, from);
        return hits[first..LowerBound(hits, to)];
    }

    private static int LowerBound(ReadOnlySpan<CueHit> hits, int token)
    {
        int low = 0, high = hits.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (hits[middle].Start < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    /// <summary>What a turn is expected to answer, the latest question first.</summary>
    public ReadOnlySpan<Expectation> ExpectationsOf(int turn) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_expectations)[_expectationStarts[turn].._expectationStarts[turn + 1]];
}
