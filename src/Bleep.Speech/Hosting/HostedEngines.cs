using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.PocketSphinx;
using Bleep.Speech.Sherpa;

namespace Bleep.Speech.Hosting;

/// <summary>The engines a host can load, by the name in <see cref="EngineSpec.Engine"/>.</summary>
/// <param name="factories">Loads an engine, or throws a <see cref="SpeechException"/>.</param>
internal sealed class HostedEngines(IReadOnlyDictionary<string, Func<EngineSpec, IHostedEngine>> factories)
{
    /// <summary>The engines of this build.</summary>
    public static HostedEngines BuiltIn { get; } = new(new Dictionary<string, Func<EngineSpec, IHostedEngine>>
    {
        [PocketSphinxModel.EngineName] = PocketSphinxEngine.Load,
        [SherpaModel.EngineName] = SherpaEngine.Load,
    });

    /// <summary>Loads an engine.</summary>
    /// <exception cref="SpeechException">There is no such engine, or it cannot be loaded.</exception>
    public IHostedEngine Load(EngineSpec spec) => factories.TryGetValue(spec.Engine, out var load)
        ? load(spec)
        : throw new SpeechException(SpeechErrorKind.UnknownEngine, "the engine host does not know this engine");
}
