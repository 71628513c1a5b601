using Bleep.Speech.OpenAi;

namespace Bleep.Speech;

/// <summary>Where the engines find what they need, when that is not in its usual place.</summary>
public sealed record SpeechEngineSettings
{
    /// <summary>
    /// Folder of PocketSphinx's English model (with <c>cmudict-en-us.dict</c>, <c>en-us.lm.bin</c> and the folder <c>en-us</c>); null
    /// (default) for the environment variable <c>BLEEP_POCKETSPHINX_MODEL</c> or else the distribution's place.
    /// </summary>
    public string? PocketSphinxModelFolder { get; init; }

    /// <summary>Folder with the models and the library of sherpa-onnx; null (default) for <see cref="Models.SpeechDataFolder.Locate"/>'s choice.</summary>
    public string? DataFolder { get; init; }

    /// <summary>
    /// The server behind the engine <c>openai</c>; null (default) for that of the environment
    /// (<see cref="OpenAiSettings.AddressVariable"/>), if any.
    /// </summary>
    public OpenAiSettings? OpenAi { get; init; }
}
