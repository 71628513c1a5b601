namespace Bleep.Evaluation;

/// <summary>Counts of tokens, additive over dialogues.</summary>
internal struct TokenCounts
{
    /// <summary>Gold tokens.</summary>
    public long Gold;

    /// <summary>Gold tokens that no requested policy covers.</summary>
    public long Leaked;

    /// <summary>Gold tokens covered under their own policy.</summary>
    public long Exact;

    /// <summary>Covered tokens whose truth is known.</summary>
    public long Predicted;

    /// <summary>Covered tokens that are gold (of the same policy, where counted for one).</summary>
    public long Right;

    /// <summary>Tokens that are not private but covered.</summary>
    public long OverRedacted;

    public void Add(in TokenCounts other)
    {
        Gold += other.Gold;
        Leaked += other.Leaked;
        Exact += other.Exact;
        Predicted += other.Predicted;
        Right += other.Right;
        OverRedacted += other.OverRedacted;
    }
}
