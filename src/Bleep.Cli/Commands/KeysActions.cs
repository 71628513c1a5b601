using System.Globalization;
using Bleep.Cli.Output;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Storage.Sqlite;

namespace Bleep.Cli.Commands;

/// <summary>What the commands below <c>bleep keys</c> do. A running server notices new and revoked keys by itself.</summary>
internal static class KeysActions
{
    public static async Task<int> CreateAsync(string? data, string name, string scopes, CancellationToken cancellationToken)
    {
        if (!ApiScopeNames.TryParse(scopes, out var parsed, out string? unknown))
        {
            throw CommandFailure.Usage($"There is no scope '{unknown}'; known are {ApiScopeNames.Known.Replace(",", ", ", StringComparison.Ordinal)}.");
        }
        if (name.Length > ApiKeys.MaxNameLength || name.Any(char.IsControl))
        {
            throw CommandFailure.Usage($"A name has {ApiKeys.MaxNameLength} characters at most and no control characters.");
        }
        return await WithKeysAsync(data, mayCreate: true, async keys =>
        {
            var (_, text) = await keys.CreateAsync(name, parsed, cancellationToken);
            Console.Out.WriteLine(text);
            return ExitCodes.Done;
        }, cancellationToken);
    }

    public static Task<int> ListAsync(string? data, TextWriter output, CancellationToken cancellationToken) =>
        WithKeysAsync(data, mayCreate: false, async keys =>
        {
            foreach (var key in await keys.ListAsync(cancellationToken))
            {
                string state = key.RevokedAt is { } at ? $"revoked {Day(at)}" : "good";
                output.WriteLine($"{key.Id}\t{Day(key.CreatedAt)}\t{state}\t{ApiScopeNames.Format(key.Scopes)}\t{key.Name}");
            }
            return ExitCodes.Done;
        }, cancellationToken);

    public static Task<int> RevokeAsync(string? data, string id, CancellationToken cancellationToken) =>
        WithKeysAsync(data, mayCreate: false, async keys => await keys.RevokeAsync(id, cancellationToken)
            ? ExitCodes.Done
            // Not repeated: a whole key may have been given instead of its id.
            : throw CommandFailure.Input("there is no API key of this id; 'bleep keys list' shows them"), cancellationToken);

    public static int RotateEncryption(string? data, string? keyFile, TextWriter output)
    {
        var folder = FolderOf(data);
        try
        {
            var file = new KeyFile(keyFile ?? KeyFile.DefaultPathFor(folder), TimeProvider.System);
            var ring = file.Rotate();
            output.WriteLine($"key {ring.Current.IdText} seals from the server's next start on; {file.Path} holds {ring.Keys.Count} keys, keep all of them");
            return ExitCodes.Done;
        }
        catch (SecuritySetupException exception)
        {
            throw CommandFailure.Input(exception.Message);
        }
    }

    private static async Task<int> WithKeysAsync(string? data, bool mayCreate, Func<ApiKeys, Task<int>> action, CancellationToken cancellationToken)
    {
        var folder = FolderOf(data);
        try
        {
            if (!mayCreate && !File.Exists(folder.DatabaseFile))
            {
                throw CommandFailure.Input($"{folder.FullPath} is not the data folder of a server; name it with --data");
            }
            folder.Create();
            await using var database = new SqliteDatabase(folder.DatabaseFile);
            await database.MigrateAsync(cancellationToken);
            return await action(new ApiKeys(new SqlApiKeyStore(database), TimeProvider.System));
        }
        catch (DatabaseVersionException exception)
        {
            throw CommandFailure.Input(exception.Message);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or System.Data.Common.DbException
            || (exception is IOException ended && !ErrorLine.IsBrokenPipe(ended)))
        {
            throw CommandFailure.Input($"the data folder {folder.FullPath} cannot be used; check its permissions and the disk");
        }
    }

    private static DataFolder FolderOf(string? data)
    {
        try
        {
            return data is null ? DataFolder.OfUser() : new DataFolder(data);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            throw CommandFailure.Usage("Name the data folder of the server with --data.");
        }
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
