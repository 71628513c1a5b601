using System.Globalization;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Models;

namespace Bleep.Speech.Sherpa;

/// <summary>An installed model as an engine to choose.</summary>
internal static class SherpaModel
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "sherpa-onnx";

    /// <summary>What the engine with this model can do.</summary>
    public static EngineInfo InfoOf(InstalledModel model) => new(EngineName, model.Name)
    {
        Languages = model.Languages,
        // The weights, and as much again for what is computed with them.
        MemoryBytes = 2 * model.SizeBytes,
        Capabilities = (model.TellsTimes ? EngineCapabilities.WordTimes : 0)
            | (model.Kind is ModelKind.NemoTransducer or ModelKind.ZipformerTransducer or ModelKind.OnlineTransducer ? EngineCapabilities.WordConfidences : 0)
            | (model.IsOnline ? EngineCapabilities.Streaming : 0)
            | (model.Punctuates ? EngineCapabilities.Punctuation : 0),
    };

    /// <summary>What a host needs to load it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dataFolder">Where the native library is.</param>
    /// <param name="threads">Threads of one host.</param>
    /// <exception cref="SpeechException">The native library is not installed.</exception>
    public static EngineSpec ToSpec(InstalledModel model, string dataFolder, int threads) => new(EngineName, model.Name, new Dictionary<string, string>
    {
        ["model"] = model.Folder,
        ["library"] = InstalledLibrary.Locate(dataFolder).Folder,
        ["threads"] = threads.ToString(CultureInfo.InvariantCulture),
        // Another version of the model is another engine, so that no warm host answers with the old one.
        ["revision"] = string.Join('-', model.Sha256.Values.Select(hash => hash[..Math.Min(8, hash.Length)])),
    });
}
