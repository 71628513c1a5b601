namespace Bleep.Dialogues;

/// <summary>
/// Positions in a text counted in Unicode code points, as the dialogue format counts, against positions in UTF-16 code units,
/// as strings count. A lone surrogate is one code point.
/// </summary>
public sealed class CodePoints
{
    private readonly int[]? _unitOf;
    private readonly int[]? _pointOf;
    private readonly int _length;

    /// <summary>Indexes a text; texts without surrogates need no index.</summary>
    /// <param name="text">The text whose positions are converted.</param>
    public CodePoints(string text)
    {
        _length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return;
        }
        _pointOf = new int[text.Length + 1];
        var units = new List<int>(text.Length + 1);
        for (int unit = 0; unit < text.Length;)
        {
            int size = IsPair(text, unit) ? 2 : 1;
            _pointOf.AsSpan(unit, size).Fill(units.Count);
            units.Add(unit);
            unit += size;
        }
        _pointOf[text.Length] = units.Count;
        units.Add(text.Length);
        _unitOf = [.. units];
    }

    /// <summary>The code point that the code unit at this index belongs to; for an end index inside a pair use <see cref="EndToPoint"/>.</summary>
    /// <param name="unit">Index of a code unit, up to the text's length.</param>
    public int ToPoint(int unit) => _pointOf is null ? Math.Clamp(unit, 0, _length) : _pointOf[Math.Clamp(unit, 0, _length)];

    /// <summary>The exclusive end in code points of a range that ends before this code unit, rounded up to whole code points.</summary>
    /// <param name="unit">Exclusive end in code units.</param>
    public int EndToPoint(int unit) => unit <= 0 ? 0 : ToPoint(unit - 1) + 1;

    /// <summary>Index of the first code unit of a code point.</summary>
    /// <param name="point">Index of a code point, up to their number.</param>
    public int ToUnit(int point) => _unitOf is null ? point : _unitOf[point];

    /// <summary>Number of code points of a text.</summary>
    /// <param name="text">Any text.</param>
    public static int Count(string text)
    {
        int count = text.Length;
        for (int unit = 0; unit + 1 < text.Length; unit++)
        {
            if (IsPair(text, unit))
            {
                count--;
                unit++;
            }
        }
        return count;
    }

    private static bool IsPair(string text, int unit) =>
        unit + 1 < text.Length && char.IsHighSurrogate(text[unit]) && char.IsLowSurrogate(text[unit + 1]);
}
