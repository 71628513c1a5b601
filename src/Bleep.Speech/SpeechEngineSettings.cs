namespace Bleep.Speech;

/// <summary>Where the engines find what they need, when that is not in its usual place.</summary>
public sealed record SpeechEngineSettings
{
    /// <summary>
    /// Folder of PocketSphinx's English model (with <c>cmudict-en-us.dict</c>, <c>en-us.lm.bin</c> and the folder <c>en-us</c>); null
    /// (default) for the environment variable <c>BLEEP_POCKETSPHINX_MODEL</c> or else the distribution's place.
    /// </summary>
    public string? PocketSphinxModelFolder { get; init; }
}
