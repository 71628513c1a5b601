namespace Bleep.Speech.Segmentation;

/// <summary>Where long audio is cut into pieces. The defaults were measured on synthesised calls; they are not sensitive.</summary>
internal sealed record SplitterOptions
{
    /// <summary>Silence at which a cut is made.</summary>
    public TimeSpan MinSilence { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Silence kept on both sides of speech, as far as there is any.</summary>
    public TimeSpan Padding { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A piece with less speech than this is joined to a neighbour: recognisers need context and some sound to settle on.</summary>
    public TimeSpan MinSpeech { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest silence inside a joined piece.</summary>
    public TimeSpan MaxJoinedSilence { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Longest piece, padding included; speech without any silence is cut at its quietest place.</summary>
    public TimeSpan MaxPiece { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Audio looked at together: bounds the memory. At least twice <see cref="MaxPiece"/>.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);
}
