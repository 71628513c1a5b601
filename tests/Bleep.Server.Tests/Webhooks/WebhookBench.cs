using System.Net;
using Bleep.Server.Metrics;
using Bleep.Server.Security;
using Bleep.Server.Security.Outgoing;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Tests.Security;
using Bleep.Server.Tests.Storage;
using Bleep.Server.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Webhooks;

/// <summary>A dispatcher with a real database and real HTTP, on a clock that the test moves.</summary>
internal sealed class WebhookBench : IAsyncDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly ServerMetrics _metrics = new();
    private readonly WebhookSignal _signal = new();
    private readonly TestDatabase _rows;
    private WebhookDispatcher? _dispatcher;

    private WebhookBench(TestDatabase rows)
    {
        _rows = rows;
        Options = new ServerOptions { DataFolder = rows.Folder, AllowedNetworks = [IPNetwork.Parse("127.0.0.0/31")] };
        _http = new HttpMessageInvoker(GuardedHttpHandler.For(Options));
        SqlStore = new SqlWebhookStore(rows.Database, new AesContentCipher(Keys.NewRing()), Time);
        Store = new WatchedWebhookStore(SqlStore);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public ServerOptions Options { get; }

    public SqlWebhookStore SqlStore { get; }

    public WatchedWebhookStore Store { get; private set; }

    public TestDatabase Rows => _rows;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WebhookBench> CreateAsync() => new(await TestDatabase.CreateAsync());

    public HttpWebhookSender Sender() => new(_http, Options.WebhookTimeout, Time);

    /// <summary>Starts a dispatcher, as a new process would: nothing but the database is left of an earlier one.</summary>
    public async Task StartAsync(IWebhookSender? sender = null)
    {
        Store = new WatchedWebhookStore(SqlStore);
        _dispatcher = new WebhookDispatcher(Store, sender ?? Sender(), _signal, Options, _metrics, Time, NullLogger<WebhookDispatcher>.Instance);
        await _dispatcher.StartAsync(Cancellation);
    }

    public async Task StopAsync()
    {
        await _dispatcher!.StopAsync(Cancellation);
        _dispatcher.Dispose();
        _dispatcher = null;
    }

    public async Task<Guid> EnqueueAsync(params WebhookCall[] calls)
    {
        var id = await _rows.AddTranscriptAsync();
        await EnqueueAsync(id, commit: true, calls);
        return id;
    }

    public async Task EnqueueAsync(Guid transcript, bool commit, params WebhookCall[] calls)
    {
        await using var connection = await _rows.Database.OpenAsync(Cancellation);
        await using var transaction = await _rows.Database.BeginWriteAsync(connection, Cancellation);
        await SqlStore.EnqueueAsync(transaction, transcript.ToString(), calls, Cancellation);
        if (commit)
        {
            await transaction.CommitAsync(Cancellation);
        }
        _signal.Raise();
    }

    public Task<WebhookResult> RecordedAsync() => Store.Recorded.ReadAsync(Cancellation).AsTask();

    public Task<int?> StatusAsync(Guid transcript) =>
        _rows.ScalarAsync<int?>("SELECT webhook_status FROM transcripts WHERE id = @id", new { id = transcript.ToString() });

    public async ValueTask DisposeAsync()
    {
        if (_dispatcher is not null)
        {
            await StopAsync();
        }
        _http.Dispose();
        _metrics.Dispose();
        await _rows.DisposeAsync();
    }
}
