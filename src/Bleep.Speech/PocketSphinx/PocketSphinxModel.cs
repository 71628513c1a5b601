using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.PocketSphinx;

/// <summary>The files of the packaged English model, and where they are.</summary>
/// <param name="Folder">The folder that holds them.</param>
internal sealed record PocketSphinxModel(string Folder)
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "pocketsphinx";

    /// <summary>The model's name.</summary>
    public const string ModelName = "en-us";

    /// <summary>Environment variable that names the model's folder where it is not in a usual place.</summary>
    public const string FolderVariable = "BLEEP_POCKETSPHINX_MODEL";

    private static readonly string[] UsualFolders =
        ["/usr/share/pocketsphinx/model/en-us", "/usr/local/share/pocketsphinx/model/en-us", "/opt/homebrew/share/pocketsphinx/model/en-us"];

    private string AcousticFolder => Path.Combine(Folder, "en-us");

    private string Dictionary => Path.Combine(Folder, "cmudict-en-us.dict");

    private string LanguageModel => Path.Combine(Folder, "en-us.lm.bin");

    /// <summary>What the engine reports about itself.</summary>
    public static EngineInfo Info { get; } = new(EngineName, ModelName)
    {
        Languages = ["en"],
        IsDemoGrade = true,
        Capabilities = EngineCapabilities.WordTimes | EngineCapabilities.WordConfidences | EngineCapabilities.Keyterms | EngineCapabilities.Streaming,
    };

    /// <summary>Finds the model.</summary>
    /// <param name="folder">The folder to look in alone, or null for the environment's and the usual ones.</param>
    /// <exception cref="SpeechException">It is not there, or not complete.</exception>
    public static PocketSphinxModel Locate(string? folder)
    {
        var given = folder ?? Environment.GetEnvironmentVariable(FolderVariable);
        var places = string.IsNullOrEmpty(given) ? UsualFolders : [given];
        return places.Select(place => new PocketSphinxModel(place)).FirstOrDefault(model => model.IsComplete)
            ?? throw new SpeechException(
                SpeechErrorKind.ModelMissing,
                "the English model of PocketSphinx is not installed; on Debian or Ubuntu: apt-get install pocketsphinx-en-us");
    }

    /// <summary>What a host needs to load it.</summary>
    public EngineSpec ToSpec() => new(EngineName, ModelName, new Dictionary<string, string> { ["folder"] = Folder });

    /// <summary>The model a host was told to load.</summary>
    public static PocketSphinxModel Of(EngineSpec spec) => Locate(spec.Files.GetValueOrDefault("folder"));

    /// <summary>Options of the decoder for running speech; they were measured, see the documentation of the engine.</summary>
    public Dictionary<string, string> SpeechOptions() => new(AcousticOptions())
    {
        ["dict"] = Dictionary,
        ["lm"] = LanguageModel,
        ["lw"] = "5",
        // Confidences come from here.
        ["bestpath"] = "yes",
    };

    /// <summary>Options that every decoder of this model needs.</summary>
    public Dictionary<string, string> AcousticOptions() => new()
    {
        ["hmm"] = AcousticFolder,
        // The engine would take silence out without counting it, and all later words would be early.
        ["remove_silence"] = "no",
        ["remove_noise"] = "no",
    };

    private bool IsComplete =>
        File.Exists(Dictionary) && File.Exists(LanguageModel) && File.Exists(Path.Combine(AcousticFolder, "mdef"));
}
