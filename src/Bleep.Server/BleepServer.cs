using Bleep.Media;
using Bleep.Server.Hosting;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Bleep.Server.Security.Access;
using Bleep.Server.Security.Tls;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Disk;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Storage.Sqlite;
using Bleep.Speech;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bleep.Server;

/// <summary>A running server.</summary>
public sealed class BleepServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SpeechService _speech;
    private readonly IDatabase _database;
    private readonly ServerCertificate? _certificate;
    private readonly FolderLock _lock;

    private BleepServer(
        WebApplication app, SpeechService speech, IDatabase database, ServerCertificate? certificate, FolderLock folderLock, ServerOptions options)
    {
        _app = app;
        _speech = speech;
        _database = database;
        _certificate = certificate;
        _lock = folderLock;
        Options = options;
    }

    /// <summary>The settings in force, with the port that was taken and the public address filled in.</summary>
    public ServerOptions Options { get; }

    /// <summary>Where clients reach the server.</summary>
    public Uri PublicUrl => Options.PublicUrl!;

    /// <summary>What the operator should know about the speech engine, or null.</summary>
    public string? EngineNotice => _speech.Notice;

    /// <summary>The file that the first API key was written to; null when none was made or a terminal showed it.</summary>
    public string? FirstKeyFile { get; private init; }

    /// <summary>Starts a server and returns once it listens and its speech engine is loaded.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="terminal">A terminal to show the first API key on; null where its output may end up in a log.</param>
    /// <param name="configureLogging">Where logs go; null writes none. They never hold anything private.</param>
    /// <param name="clock">The clock; null takes the system's.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="SecuritySetupException">The settings are not safe, or keys and data do not belong together.</exception>
    /// <exception cref="DatabaseVersionException">The data is of a newer version.</exception>
    /// <exception cref="SpeechException">There is no such engine, or it does not load.</exception>
    /// <exception cref="MediaToolMissingException">ffmpeg is missing.</exception>
    /// <exception cref="IOException">The data folder is in use or cannot be written, or the address cannot be listened on.</exception>
    public static async Task<BleepServer> StartAsync(
        ServerOptions options,
        TextWriter? terminal = null,
        Action<ILoggingBuilder>? configureLogging = null,
        TimeProvider? clock = null,
        CancellationToken cancellationToken = default)
    {
        clock ??= TimeProvider.System;
        AccessRules.Check(options);
        var tools = MediaTools.Locate();
        options = ListenAddress.Settle(options);
        var folder = new DataFolder(options.DataFolder);
        folder.Create();
        var folderLock = FolderLock.Take(folder);
        SqliteDatabase? database = null;
        SpeechService? speech = null;
        ServerCertificate? certificate = null;
        WebApplication? app = null;
        try
        {
            folder.RemovePartialSecrets();
            var keys = SealingKeys.Open(options, clock);
            certificate = ServerCertificate.Load(options, clock);
            database = new SqliteDatabase(folder.DatabaseFile);
            await database.MigrateAsync(cancellationToken);
            var blobs = new DiskBlobStore(folder.FullPath, clock);
            // Nobody else works in this folder, so whatever is half written was left by a process that died.
            await blobs.RemoveLeftoversAsync(DateTimeOffset.MaxValue, cancellationToken);
            var apiKeys = new ApiKeys(new SqlApiKeyStore(database), clock);
            string? firstKeyFile = options.NoAuthentication ? null : await apiKeys.ProvideFirstAsync(folder, terminal, cancellationToken);
            speech = SpeechService.Open(options);
            await speech.LoadAsync(cancellationToken);
            app = ServerApplication.Build(new ServerParts(options, clock, tools, keys, certificate, database, blobs, apiKeys, speech), configureLogging);
            await app.StartAsync(cancellationToken);
            return new BleepServer(app, speech, database, certificate, folderLock, options) { FirstKeyFile = firstKeyFile };
        }
        catch
        {
            await DisposeAsync(app, speech, database, certificate, folderLock);
            throw;
        }
    }

    /// <summary>Waits until the server is told to stop.</summary>
    /// <param name="cancellationToken">Tells it to stop.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops the server: no new requests, jobs under way are begun again at the next start.</summary>
    public async ValueTask DisposeAsync() => await DisposeAsync(_app, _speech, _database, _certificate, _lock);

    private static async Task DisposeAsync(
        WebApplication? app, SpeechService? speech, IDatabase? database, ServerCertificate? certificate, FolderLock folderLock)
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        if (speech is not null)
        {
            await speech.DisposeAsync();
        }
        if (database is not null)
        {
            await database.DisposeAsync();
        }
        certificate?.Dispose();
        folderLock.Dispose();
    }
}
