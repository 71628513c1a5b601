namespace Bleep.Speech;

/// <summary>What the caller knows about a recording before it is recognised.</summary>
public sealed record RecognitionOptions
{
    /// <summary>Most keyterms of one job.</summary>
    public const int MaxKeyterms = 1000;

    /// <summary>The language spoken, as a code such as <c>en</c>, <c>en-US</c> or <c>en_us</c>; default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>
    /// Words and short phrases that are likely to be said (names, products), at most <see cref="MaxKeyterms"/>; they are private.
    /// Engines without <see cref="EngineCapabilities.Keyterms"/> ignore them with a warning in the result.
    /// </summary>
    public IReadOnlyList<string> Keyterms { get; init; } = [];
}
