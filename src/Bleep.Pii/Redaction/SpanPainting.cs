using Bleep.Pii.Detection;

namespace Bleep.Pii.Redaction;

/// <summary>Gives every place of a line to the strongest of the findings that touch it, in nearly linear time.</summary>
internal static class SpanPainting
{
    /// <summary>Paints places <c>0…length-1</c>.</summary>
    /// <param name="length">Number of places.</param>
    /// <param name="claims">Findings with the half-open range of places each touches, inside the line.</param>
    /// <returns>For each place its finding, or null.</returns>
    public static PiiSpan?[] Paint(int length, IEnumerable<(PiiSpan Span, int Start, int End)> claims)
    {
        var owners = new PiiSpan?[length];
        // nextFree[i] leads to the first place at or after i that nobody owns yet.
        int[] nextFree = [.. Enumerable.Range(0, length + 1)];
        foreach (var (span, start, end) in claims.OrderBy(claim => claim.Span, SpanStrength.StrongestFirst))
        {
            for (int place = Find(nextFree, start); place < end; place = Find(nextFree, place))
            {
                owners[place] = span;
                nextFree[place] = place + 1;
            }
        }
        return owners;
    }

    private static int Find(int[] nextFree, int place)
    {
        while (nextFree[place] != place)
        {
            nextFree[place] = nextFree[nextFree[place]];
            place = nextFree[place];
        }
        return place;
    }
}
