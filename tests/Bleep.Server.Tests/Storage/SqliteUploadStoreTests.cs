using Bleep.Server.Storage.Sql;

namespace Bleep.Server.Tests.Storage;

public sealed class SqliteUploadStoreTests : UploadStoreContractTests
{
    private TestDatabase _database = null!;

    protected override async Task<IDatabase> OpenDatabaseAsync() => (_database = await TestDatabase.CreateAsync()).Database;

    protected override ValueTask CloseDatabaseAsync() => _database.DisposeAsync();
}
