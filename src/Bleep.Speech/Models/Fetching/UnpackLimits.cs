namespace Bleep.Speech.Models.Fetching;

/// <summary>How much an archive may hold.</summary>
/// <param name="MaxBytes">Bytes of all its files together.</param>
/// <param name="MaxEntries">Number of its entries.</param>
internal sealed record UnpackLimits(long MaxBytes, int MaxEntries)
{
    /// <summary>Enough for every model of the catalogue.</summary>
    public static UnpackLimits Default { get; } = new(12L << 30, 10_000);
}
