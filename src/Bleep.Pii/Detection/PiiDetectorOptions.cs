using Bleep.Pii.Custom;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Detection;

/// <summary>What a <see cref="PiiDetector"/> looks for and how much doubt is enough.</summary>
public sealed record PiiDetectorOptions
{
    /// <summary>The policies to find; the 44 documented ones by default.</summary>
    public PiiPolicySet Policies { get; init; } = PiiPolicySet.Documented;

    /// <summary>How much doubt is enough to redact.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Balanced;

    /// <summary>Language of the text, with or without region (<c>en</c>, <c>en_us</c>).</summary>
    public string Language { get; init; } = "en";

    /// <summary>Least scores of single policies, 0 to 1, in place of the sensitivity's; null for none.</summary>
    public IReadOnlyDictionary<PiiPolicy, double>? Thresholds { get; init; }

    /// <summary>The user's own patterns, each under its label; null for none.</summary>
    public CustomPatterns? Patterns { get; init; }

    /// <summary>Terms that are never redacted; null for none.</summary>
    public AllowedTerms? Allowed { get; init; }

    /// <summary>The least score at which a policy is redacted.</summary>
    /// <param name="policy">The policy.</param>
    internal double ThresholdOf(PiiPolicy policy) => Thresholds is not null && Thresholds.TryGetValue(policy, out double own) ? own : Sensitivity switch
    {
        Sensitivity.Readable => 0.62,
        Sensitivity.Strict => 0.34,
        _ => 0.5,
    };
}
