using System.Net;
using Bleep.Media;
using Bleep.Server.Security;
using Bleep.Server.Security.Access;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Storage.Sqlite;
using Bleep.Server.Streaming;
using Bleep.Speech;
using Bleep.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Tests.Streaming;

/// <summary>The streaming face on a real socket, over an engine of the test's.</summary>
internal sealed class StreamingApp : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly SqliteDatabase _database;
    private readonly WebApplication _app;

    private StreamingApp(TemporaryFolder folder, SqliteDatabase database, WebApplication app, ApiKeys keys, string key)
    {
        _folder = folder;
        _database = database;
        _app = app;
        Keys = keys;
        Key = key;
        Root = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ApiKeys Keys { get; }

    /// <summary>A good key.</summary>
    public string Key { get; }

    public Uri Root { get; }

    public static async Task<StreamingApp> StartAsync(IStreamingRecognizer? engine, TimeProvider? clock = null, int maxStreams = 4)
    {
        var folder = new TemporaryFolder();
        var database = new SqliteDatabase(new DataFolder(folder.Path).DatabaseFile);
        await database.MigrateAsync(Token);
        var keys = new ApiKeys(new SqlApiKeyStore(database), clock ?? TimeProvider.System);
        (_, string key) = await keys.CreateAsync("test", ApiScopes.All, Token);
        var options = new ServerOptions { DataFolder = folder.Path, Listen = new IPEndPoint(IPAddress.Loopback, 0), MaxStreams = maxStreams };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(options.Listen));
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(keys)
            .AddSingleton(MediaTools.Locate())
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<ILiveSpeech>(new GivenSpeech(engine))
            .AddAccessControl(options)
            .AddStreaming(Security.Keys.NewRing());
        var app = builder.Build();
        app.UseAccessControl();
        app.UseStreaming();
        app.MapStreaming();
        await app.StartAsync(Token);
        return new StreamingApp(folder, database, app, keys, key);
    }

    /// <summary>Connects with the good key.</summary>
    /// <param name="query">Parameters; <c>sample_rate=16000</c> goes in front.</param>
    public Task<StreamingClient> ConnectAsync(string query = "") => StreamingClient.ConnectAsync(Root, $"sample_rate=16000&{query}", Key);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class GivenSpeech(IStreamingRecognizer? engine) : ILiveSpeech
    {
        public IStreamingRecognizer? Recognizer => engine;
    }
}
