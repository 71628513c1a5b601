using Bleep.Server.Metrics;
using Bleep.Server.Retention;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Disk;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Retention;

public sealed class JanitorTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
    private readonly ServerMetrics _metrics = new();
    private TestDatabase _rows = null!;
    private DiskBlobStore _blobs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _rows = await TestDatabase.CreateAsync();
        _blobs = new DiskBlobStore(Path.Combine(_rows.Folder, "data"), _time);
    }

    public async ValueTask DisposeAsync()
    {
        _metrics.Dispose();
        await _rows.DisposeAsync();
    }

    [Fact]
    public async Task Media_past_its_time_goes_and_other_media_stays()
    {
        var over = await _rows.AddTranscriptAsync(media: "ready", mediaUntil: Now);
        var current = await _rows.AddTranscriptAsync(media: "ready", mediaUntil: Now.AddMilliseconds(1));
        foreach (var id in new[] { over, current })
        {
            await PutAsync(BlobKind.Audio, id);
            await PutAsync(BlobKind.Video, id);
            await PutAsync(BlobKind.Result, id);
        }

        await RunAsync();

        Assert.Equal("gone", await MediaOfAsync(over));
        Assert.Equal("ready", await MediaOfAsync(current));
        Assert.Equal([current], await IdsAsync(BlobKind.Audio));
        Assert.Equal([current], await IdsAsync(BlobKind.Video));
        Assert.Equal(2, (await IdsAsync(BlobKind.Result)).Count);
    }

    [Fact]
    public async Task Media_of_several_pages_goes_in_one_run()
    {
        var ids = Enumerable.Range(0, 450).Select(_ => $"('{Guid.NewGuid()}', 'owner', 'completed', 0, 'ready', 0)");
        await _rows.ExecuteAsync($"INSERT INTO transcripts (id, owner, status, created_at, media, media_until) VALUES {string.Join(", ", ids)}");

        await RunAsync();

        Assert.Equal(450, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM transcripts WHERE media = 'gone'"));
    }

    [Theory]
    [InlineData("queued", true)]
    [InlineData("processing", true)]
    [InlineData("completed", false)]
    [InlineData("error", false)]
    public async Task Old_upload_stays_only_while_a_job_needs_it(string status, bool stays)
    {
        var upload = await _rows.AddUploadAsync(Now.AddHours(-24));
        await _rows.AddTranscriptAsync(status, uploadId: upload);
        await PutAsync(BlobKind.Upload, upload);

        await RunAsync();

        Assert.Equal(stays ? 1 : 0, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM uploads"));
        Assert.Equal(stays ? 1 : 0, (await IdsAsync(BlobKind.Upload)).Count);
    }

    [Fact]
    public async Task Young_upload_stays()
    {
        await PutAsync(BlobKind.Upload, await _rows.AddUploadAsync(Now.AddHours(-23)));

        await RunAsync();

        Assert.Single(await IdsAsync(BlobKind.Upload));
    }

    [Fact]
    public async Task Old_transcript_goes_with_all_it_has_when_a_retention_is_set()
    {
        var old = await _rows.AddTranscriptAsync(createdAt: Now.AddDays(-9), completedAt: Now.AddDays(-7), media: "ready", mediaUntil: Now.AddDays(1));
        var young = await _rows.AddTranscriptAsync(createdAt: Now.AddDays(-9), completedAt: Now.AddDays(-6));
        var waiting = await _rows.AddTranscriptAsync("queued", createdAt: Now.AddDays(-9));
        await PutAsync(BlobKind.Result, old);
        await PutAsync(BlobKind.Audio, old);
        await AddWebhookAsync(old, "pending", null);

        await RunAsync(new ServerOptions { DataFolder = "", TranscriptRetention = TimeSpan.FromDays(7) });

        Assert.Equal(0, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM transcripts WHERE id = @id", new { id = old.ToString() }));
        Assert.Equal(2, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM transcripts WHERE id IN (@a, @b)", new { a = young.ToString(), b = waiting.ToString() }));
        Assert.Equal(0, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM webhooks"));
        Assert.Empty(await IdsAsync(BlobKind.Result));
        Assert.Empty(await IdsAsync(BlobKind.Audio));
    }

    [Fact]
    public async Task Old_transcript_stays_when_no_retention_is_set()
    {
        var old = await _rows.AddTranscriptAsync(completedAt: Now.AddYears(-5));
        await PutAsync(BlobKind.Result, old);

        await RunAsync();

        Assert.Equal(1, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM transcripts"));
        Assert.Equal([old], await IdsAsync(BlobKind.Result));
    }

    [Fact]
    public async Task Object_without_row_goes_after_an_hour()
    {
        var deleted = await _rows.AddTranscriptAsync(isDeleted: true);
        var failed = await _rows.AddTranscriptAsync("error", media: "failed");
        var running = await _rows.AddTranscriptAsync("processing", media: "pending");
        foreach (var kind in Enum.GetValues<BlobKind>())
        {
            await PutAsync(kind, Guid.NewGuid());
        }
        foreach (var id in new[] { deleted, failed, running })
        {
            await PutAsync(BlobKind.Result, id);
            await PutAsync(BlobKind.Audio, id);
        }

        _time.Advance(TimeSpan.FromMinutes(59));
        await RunAsync();
        Assert.Equal(4, (await IdsAsync(BlobKind.Result)).Count);

        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Empty(await IdsAsync(BlobKind.Upload));
        Assert.Empty(await IdsAsync(BlobKind.Video));
        Assert.Equal([running], await IdsAsync(BlobKind.Result));
        Assert.Equal([running], await IdsAsync(BlobKind.Audio));
    }

    [Fact]
    public async Task Orphans_of_several_pages_go_in_one_run()
    {
        for (int i = 0; i < 401; i++)
        {
            // As the store would write it, without its flushing to the disk.
            string path = Path.Combine(_rows.Folder, "data", "blobs", "audio", "ab", $"ab{i:d30}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, [1], Cancellation);
            File.SetLastWriteTimeUtc(path, Now.AddHours(-1).UtcDateTime);
        }
        Assert.Equal(401, (await IdsAsync(BlobKind.Audio)).Count);

        await RunAsync();

        Assert.Empty(await IdsAsync(BlobKind.Audio));
    }

    [Fact]
    public async Task Finished_webhooks_go_after_a_day_and_pending_ones_stay()
    {
        var id = await _rows.AddTranscriptAsync();
        await AddWebhookAsync(id, "delivered", Now.AddDays(-1));
        await AddWebhookAsync(id, "given_up", Now.AddDays(-2));
        await AddWebhookAsync(id, "delivered", Now.AddHours(-23));
        await AddWebhookAsync(id, "pending", null);

        await RunAsync();

        Assert.Equal(2, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM webhooks"));
    }

    [Fact]
    public async Task Two_janitors_beside_each_other_do_no_harm()
    {
        for (int i = 0; i < 20; i++)
        {
            await PutAsync(BlobKind.Audio, await _rows.AddTranscriptAsync(completedAt: Now.AddDays(-3), media: "ready", mediaUntil: Now));
            await PutAsync(BlobKind.Upload, await _rows.AddUploadAsync(Now.AddDays(-3)));
        }
        var options = new ServerOptions { DataFolder = "", TranscriptRetention = TimeSpan.FromDays(1) };

        await Task.WhenAll(Task.Run(() => RunAsync(options), Cancellation), Task.Run(() => RunAsync(options), Cancellation));

        Assert.Equal(0, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM transcripts"));
        Assert.Equal(0, await _rows.ScalarAsync<int>("SELECT COUNT(*) FROM uploads"));
        Assert.Empty(await IdsAsync(BlobKind.Audio));
        Assert.Empty(await IdsAsync(BlobKind.Upload));
    }

    [Fact]
    public async Task Part_that_fails_does_not_keep_the_others_from_running()
    {
        await _rows.ExecuteAsync("DROP TABLE webhooks");
        await PutAsync(BlobKind.Audio, Guid.NewGuid());
        _time.Advance(TimeSpan.FromHours(1));

        await RunAsync();

        Assert.Empty(await IdsAsync(BlobKind.Audio));
    }

    [Fact]
    public async Task Service_runs_at_the_start_and_each_interval()
    {
        var blobs = new CountingBlobs(_blobs);
        using var janitor = NewJanitor(blobs, new ServerOptions { DataFolder = "" });

        await janitor.StartAsync(Cancellation);
        await blobs.RunsAsync(1);
        _time.Advance(TimeSpan.FromHours(1));
        await blobs.RunsAsync(2);
        _time.Advance(TimeSpan.FromHours(1));
        await blobs.RunsAsync(3);

        await janitor.StopAsync(Cancellation);
    }

    private Task RunAsync(ServerOptions? options = null) => NewJanitor(_blobs, options ?? new ServerOptions { DataFolder = "" }).RunOnceAsync(Cancellation);

    private Janitor NewJanitor(IBlobStore blobs, ServerOptions options)
    {
        var rows = new RetentionRows(_rows.Database);
        var uploads = new SqlUploadStore(_rows.Database, _time);
        return new Janitor(rows, new OrphanSweep(rows, blobs), uploads, blobs, options, _metrics, _time, NullLogger<Janitor>.Instance);
    }

    private Task<long> PutAsync(BlobKind kind, Guid id) =>
        _blobs.PutAsync(new BlobName(kind, id), (stream, token) => stream.WriteAsync(new byte[] { 1 }, token).AsTask(), Cancellation);

    private async Task<IReadOnlyList<Guid>> IdsAsync(BlobKind kind) =>
        await _blobs.ListAsync(kind, Cancellation).Select(info => info.Name.Id).ToListAsync(Cancellation);

    private Task<string?> MediaOfAsync(Guid id) => _rows.ScalarAsync<string>("SELECT media FROM transcripts WHERE id = @id", new { id = id.ToString() });

    private Task AddWebhookAsync(Guid transcript, string state, DateTimeOffset? finishedAt) => _rows.ExecuteAsync(
        """
        INSERT INTO webhooks (id, transcript_id, kind, sealed_call, attempts, next_at, state, finished_at)
        VALUES (@id, @transcript, 'transcript', NULL, 1, NULL, @state, @finished)
        """,
        new { id = Guid.NewGuid().ToString("N"), transcript = transcript.ToString(), state, finished = finishedAt?.ToUnixTimeMilliseconds() });
}
