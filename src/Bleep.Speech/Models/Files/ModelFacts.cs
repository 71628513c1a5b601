namespace Bleep.Speech.Models.Files;

/// <summary>What the files of a model tell about it.</summary>
/// <param name="Kind">How it is built.</param>
/// <param name="Files">File names by role.</param>
internal sealed record ModelFacts(ModelKind Kind, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>True when it writes capitals and sentence marks.</summary>
    public bool Punctuates { get; init; }

    /// <summary>True when it tells when each word was said.</summary>
    public bool TellsTimes { get; init; } = true;

    /// <summary>True when it writes capitals only, which say nothing then.</summary>
    public bool Shouts { get; init; }

    /// <summary>Mel bands its features have.</summary>
    public int FeatureDimension { get; init; } = 80;
}
