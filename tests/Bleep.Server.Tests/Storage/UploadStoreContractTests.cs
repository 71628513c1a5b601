using Bleep.Server.Storage.Sql;

namespace Bleep.Server.Tests.Storage;

/// <summary>What every store of uploads must do; a subclass brings a database.</summary>
public abstract class UploadStoreContractTests : IAsyncLifetime
{
    private StoreBench _bench = null!;

    /// <summary>The database, migrated and empty.</summary>
    protected abstract Task<IDatabase> OpenDatabaseAsync();

    /// <summary>Removes the database.</summary>
    protected abstract ValueTask CloseDatabaseAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = new StoreBench(await OpenDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        await CloseDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task TotalBytes_counts_all_owners_and_forgets_what_is_removed()
    {
        Assert.Equal(0, await _bench.Uploads.TotalBytesAsync(Token));
        var first = await _bench.UploadAsync(bytes: 5L << 30);
        await _bench.UploadAsync("other", 7);

        Assert.Equal((5L << 30) + 7, await _bench.Uploads.TotalBytesAsync(Token));
        Assert.True(await _bench.Uploads.RemoveUnusedAsync(first, Token));
        Assert.False(await _bench.Uploads.RemoveUnusedAsync(first, Token));
        Assert.Equal(7, await _bench.Uploads.TotalBytesAsync(Token));
    }

    [Fact]
    public async Task Add_beyond_the_total_is_refused()
    {
        Assert.True(await _bench.Uploads.AddAsync(Guid.NewGuid(), "a", 60, 100, Token));
        Assert.False(await _bench.Uploads.AddAsync(Guid.NewGuid(), "b", 41, 100, Token));
        Assert.True(await _bench.Uploads.AddAsync(Guid.NewGuid(), "b", 40, 100, Token));
        Assert.Equal(100, await _bench.Uploads.TotalBytesAsync(Token));
    }

    [Fact]
    public async Task Add_from_many_at_once_keeps_the_total()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 30).Select(
            _ => Task.Run(() => _bench.Uploads.AddAsync(Guid.NewGuid(), "a", 10, 100, Token), Token)));

        Assert.Equal(10, added.Count(isAdded => isAdded));
    }
}
