using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;

namespace Bleep.Api.Tests.Robustness;

/// <summary>A server of its own for requests that may leave jobs behind. Jobs that are accepted err at once: nobody listens where they lead.</summary>
public sealed class RobustServer : IAsyncLifetime
{
    /// <summary>An address that refuses connections.</summary>
    public const string Nowhere = "http://127.0.0.1:1/call.wav";

    private readonly TemporaryFolder _folder = new();

    internal ServerProcess Process { get; private set; } = null!;

    /// <summary>Sends its key, and whatever a test wants.</summary>
    internal HttpClient Http { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Process = await ServerProcess.StartAsync(_folder["data"], "--jobs", "1", "--max-queued", "1000000", "--max-requests", "1000000");
        Http = new HttpClient { BaseAddress = Process.Url, Timeout = Timeout.InfiniteTimeSpan };
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Process.Key);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
        _folder.Dispose();
    }
}
