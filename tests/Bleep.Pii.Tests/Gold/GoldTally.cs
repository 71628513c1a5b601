namespace Bleep.Pii.Tests.Gold;

/// <summary>Counts of words, and the shares that follow from them, in percent.</summary>
internal sealed class GoldTally
{
    /// <summary>Private words.</summary>
    public int Private { get; set; }

    /// <summary>Private words that are covered by whatever policy.</summary>
    public int Hidden { get; set; }

    /// <summary>Private words that are covered under a policy of their mark.</summary>
    public int Exact { get; set; }

    /// <summary>Words that are neither private nor doubtful.</summary>
    public int Ordinary { get; set; }

    /// <summary>Ordinary words that are left alone.</summary>
    public int Kept { get; set; }

    /// <summary>Share of private words that are hidden: what is missing to 100 leaks.</summary>
    public double HiddenShare => Share(Hidden, Private);

    /// <summary>Share of private words found under their own policy.</summary>
    public double ExactShare => Share(Exact, Private);

    /// <summary>Share of ordinary words left alone: what is missing to 100 is redacted for nothing.</summary>
    public double KeptShare => Share(Kept, Ordinary);

    private static double Share(int part, int whole) => whole == 0 ? 100 : 100.0 * part / whole;
}
