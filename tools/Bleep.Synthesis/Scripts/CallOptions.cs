namespace Bleep.Synthesis.Scripts;

/// <summary>What calls a <see cref="CallGenerator"/> makes.</summary>
public sealed record CallOptions
{
    /// <summary>Which templates may be used; all by default.</summary>
    public TemplateSplit Split { get; init; } = TemplateSplit.All;

    /// <summary>The only domain (<c>banking</c>, <c>hospital</c>, <c>insurance</c>, <c>retail</c>, <c>travel</c>, <c>telecom</c>,
    /// <c>government</c>, <c>dictation</c>, <c>interview</c>), or null for all of them in turn.</summary>
    public string? Domain { get; init; }

    /// <summary>How much people hesitate and repeat themselves: 0 not at all, 1 as usual (the default).</summary>
    public double Disfluency { get; init; } = 1;

    /// <summary>How many fragments stand between the first words and the goodbye, at least; 4 by default.</summary>
    public int MinFragments { get; init; } = 4;

    /// <summary>How many fragments stand between the first words and the goodbye, at most; 8 by default.</summary>
    public int MaxFragments { get; init; } = 8;
}
