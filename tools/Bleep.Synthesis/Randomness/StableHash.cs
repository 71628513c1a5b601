namespace Bleep.Synthesis.Randomness;

/// <summary>A hash of text that never changes (FNV-1a, 64 bits), unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    /// <summary>The hash of the text's UTF-16 units.</summary>
    /// <param name="text">Any text.</param>
    public static ulong Of(string text)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char unit in text)
        {
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        }
        // FNV leaves the low bits of short strings poorly mixed.
        return unchecked((hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL);
    }
}
