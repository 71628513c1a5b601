using System.Threading.Channels;
using Bleep.Server.Storage;

namespace Bleep.Server.Tests.Retention;

/// <summary>Tells when a janitor's run has come to its last part.</summary>
internal sealed class CountingBlobs(IBlobStore inner) : IBlobStore
{
    private readonly Channel<int> _runs = Channel.CreateUnbounded<int>();
    private int _count;

    public async Task RunsAsync(int expected) => Assert.Equal(expected, await _runs.Reader.ReadAsync(TestContext.Current.CancellationToken));

    public Task<long> PutAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        inner.PutAsync(name, write, cancellationToken);

    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellationToken) => inner.OpenReadAsync(name, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, CancellationToken cancellationToken) => inner.DeleteAsync(name, cancellationToken);

    public IAsyncEnumerable<BlobInfo> ListAsync(BlobKind kind, CancellationToken cancellationToken) => inner.ListAsync(kind, cancellationToken);

    public Task<int> RemoveLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        _runs.Writer.TryWrite(++_count);
        return inner.RemoveLeftoversAsync(before, cancellationToken);
    }

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
}
