namespace Bleep.Pii.Tagging;

/// <summary>
/// Hashes of words and features. The trained weights are stored under these values: a change here needs a new training.
/// </summary>
internal static class FeatureHash
{
    /// <summary>Mixes two values; a different salt for each template keeps them apart.</summary>
    public static uint Mix(uint left, uint right)
    {
        ulong product = ((ulong)left << 32 | right) * 0x9E3779B97F4A7C15u;
        return (uint)(product >> 32) ^ (uint)(product >> 15);
    }

    /// <summary>Hash of a word whatever its case; digits count only by their places.</summary>
    public static uint Word(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char unit in text)
        {
            char folded = unit < 128
                ? char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : char.IsAsciiDigit(unit) ? '0' : unit
                : unit == '’' ? '\'' : char.ToLowerInvariant(unit);
            hash = (hash ^ folded) * 16777619;
        }
        return hash;
    }
}
