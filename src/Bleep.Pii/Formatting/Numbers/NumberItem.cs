namespace Bleep.Pii.Formatting.Numbers;

/// <summary>One number as it was spoken, without its neighbours.</summary>
/// <param name="First">Index of its first word in the line.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Value">Its value.</param>
/// <param name="Digits">Its digits as they stand in a longer number: '0' for 'oh', '77' for 'double seven'.</param>
/// <param name="Kind">How it was spoken.</param>
internal readonly record struct NumberItem(int First, int End, long Value, string Digits, NumberKind Kind)
{
    /// <summary>Number of words.</summary>
    public int Length => End - First;
}
