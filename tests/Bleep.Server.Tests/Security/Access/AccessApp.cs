using System.Net;
using Bleep.Server.Security;
using Bleep.Server.Security.Access;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Storage.Sqlite;
using Bleep.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Tests.Security.Access;

/// <summary>A small application behind the checks, on a real socket.</summary>
internal sealed class AccessApp : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly SqliteDatabase _database;
    private readonly WebApplication _app;

    private AccessApp(TemporaryFolder folder, SqliteDatabase database, WebApplication app, ApiKeys keys)
    {
        _folder = folder;
        _database = database;
        _app = app;
        Keys = keys;
        Root = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient { BaseAddress = Root };
    }

    public ApiKeys Keys { get; }

    public Uri Root { get; }

    public HttpClient Client { get; }

    public static async Task<AccessApp> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var token = TestContext.Current.CancellationToken;
        var folder = new TemporaryFolder();
        var database = new SqliteDatabase(new DataFolder(folder.Path).DatabaseFile);
        await database.MigrateAsync(token);
        var keys = new ApiKeys(new SqlApiKeyStore(database), TimeProvider.System);
        var options = new ServerOptions { DataFolder = folder.Path, Listen = new IPEndPoint(IPAddress.Loopback, 0) };
        options = change?.Invoke(options) ?? options;

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(options.Listen));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(keys).AddAccessControl(options);
        var app = builder.Build();
        app.UseAccessControl();
        app.MapGet("/who", (HttpContext context) => context.Caller().KeyId);
        app.MapPost("/who", (HttpContext context) => context.Caller().KeyId);
        app.MapGet("/metrics", () => "metrics").RequireScope(ApiScopes.Metrics);
        app.MapGet("/health", () => "well").AllowAnonymous();
        app.MapGet("/media", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "private, max-age=60";
            return "media";
        }).AllowAnonymous();
        await app.StartAsync(token);
        return new AccessApp(folder, database, app, keys);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
