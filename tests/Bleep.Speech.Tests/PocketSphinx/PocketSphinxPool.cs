using Bleep.Speech.Hosting;
using Bleep.Speech.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Bleep.Speech.Tests.PocketSphinx.PocketSphinxPool))]

namespace Bleep.Speech.Tests.PocketSphinx;

/// <summary>Engine hosts with the real engine, warm for all tests.</summary>
public sealed class PocketSphinxPool : IAsyncDisposable
{
    public EngineHostPool Hosts { get; } = TestHosts.Pool();

    public ValueTask DisposeAsync() => Hosts.DisposeAsync();
}
