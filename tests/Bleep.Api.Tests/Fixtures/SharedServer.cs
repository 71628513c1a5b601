using Bleep.Testing;

namespace Bleep.Api.Tests.Fixtures;

/// <summary>One server, and the recordings it is sent, for all tests that can share it.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal ServerProcess Process { get; private set; } = null!;

    internal Recordings Recordings { get; private set; } = null!;

    internal ApiClient Client => Process.Client;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Recordings = await Recordings.MakeAsync();
        Process = await ServerProcess.StartAsync(_folder["data"], "--webhook-spacing", "0.2");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
        Recordings?.Dispose();
        _folder.Dispose();
    }
}
