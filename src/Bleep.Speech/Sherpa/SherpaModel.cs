using System.Globalization;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Models;

namespace Bleep.Speech.Sherpa;

/// <summary>An installed model as an engine to choose.</summary>
internal static class SherpaModel
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "sherpa-onnx";

    /// <summary>Role in a spec of the folder with the detector of speech.</summary>
    public const string VadRole = "vad";

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
    /// <param name="store">Where the native library is, and the detector of speech if there is one.</param>
    /// <param name="threads">Threads of one host.</param>
    /// <exception cref="SpeechException">The native library is not installed.</exception>
    public static EngineSpec ToSpec(InstalledModel model, ModelStore store, int threads)
    {
        var files = new Dictionary<string, string>
        {
            ["model"] = model.Folder,
            ["library"] = InstalledLibrary.Locate(store.DataFolder).Folder,
            ["threads"] = threads.ToString(CultureInfo.InvariantCulture),
            // Another version of the model is another engine, so that no warm host answers with the old one.
            ["revision"] = string.Join('-', model.Sha256.Values.Select(hash => hash[..Math.Min(8, hash.Length)])),
        };
        if (store.List().FirstOrDefault(candidate => candidate.Kind == ModelKind.Vad) is { } vad)
        {
            files[VadRole] = vad.Folder;
        }
        return new EngineSpec(EngineName, model.Name, files);
    }
}
