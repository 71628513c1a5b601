using Bleep.Server.Storage;

namespace Bleep.Server.Health;

/// <summary>An object can be stored.</summary>
internal sealed class StorageReadiness(IBlobStore blobs) : IReadinessCheck
{
    public string Name => "storage";

    public Task CheckAsync(CancellationToken cancellationToken) => blobs.CheckAsync(cancellationToken);
}
