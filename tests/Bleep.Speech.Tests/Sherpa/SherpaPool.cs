using Bleep.Speech.Hosting;
using Bleep.Speech.Tests.Hosting;
using Bleep.Testing.Speech;

[assembly: AssemblyFixture(typeof(Bleep.Speech.Tests.Sherpa.SherpaPool))]

namespace Bleep.Speech.Tests.Sherpa;

/// <summary>Engine hosts for the real library with the tone models, warm for all tests.</summary>
public sealed class SherpaPool : IAsyncDisposable
{
    public EngineHostPool Hosts { get; } = TestHosts.Pool();

    public async Task<EngineChoice> ChooseAsync(string model, string? dataFolder = null) =>
        new SpeechEngines(Hosts, new SpeechEngineSettings { DataFolder = dataFolder ?? await ToneModels.DataFolderAsync() }).Choose("sherpa-onnx", model);

    public ValueTask DisposeAsync() => Hosts.DisposeAsync();
}
