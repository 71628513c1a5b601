namespace Bleep.Pii.Policies;

/// <summary>How far two short names are apart: inserted, lost, changed and swapped letters count one each.</summary>
internal static class EditDistance
{
    /// <summary>Longer names are cut, so that a hostile name costs nothing.</summary>
    private const int MaxLength = 64;

    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left[..Math.Min(left.Length, MaxLength)];
        right = right[..Math.Min(right.Length, MaxLength)];
        int width = right.Length + 1;
        Span<int> beforePrevious = stackalloc int[MaxLength + 1];
        Span<int> previous = stackalloc int[MaxLength + 1];
        Span<int> current = stackalloc int[MaxLength + 1];
        for (int column = 0; column < width; column++)
        {
            previous[column] = column;
        }
        for (int row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column < width; column++)
            {
                int cost = left[row - 1] == right[column - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + cost);
                bool swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                current[column] = swapped ? Math.Min(best, beforePrevious[column - 2] + 1) : best;
            }
            var spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }
        return previous[width - 1];
    }
}
