using System.Net;
using Bleep.Server.Health;
using Bleep.Server.Storage.Disk;
using Bleep.Server.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Health;

public sealed class HealthEndpointsTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Live_is_ok_whatever_the_checks_say()
    {
        await using var server = await StartAsync(new Check("engine") { Failure = new IOException("PLANTED") });

        Assert.Equal("""{"status":"ok"}""", await server.Client.GetStringAsync("/health/live", Cancellation));
    }

    [Fact]
    public async Task Ready_with_working_parts_names_them()
    {
        await using var rows = await TestDatabase.CreateAsync();
        var blobs = new DiskBlobStore(Path.Combine(rows.Folder, "data"), _time);
        await using var server = await StartAsync(new DatabaseReadiness(rows.Database), new StorageReadiness(blobs));

        using var answer = await server.Client.GetAsync("/health/ready", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"ready","checks":{"database":"ok","storage":"ok"}}""", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Ready_with_a_broken_part_is_503_and_keeps_the_reason_to_itself()
    {
        await using var rows = await TestDatabase.CreateAsync();
        await rows.ExecuteAsync("DROP TABLE webhooks; DROP TABLE transcripts");
        var folder = Path.Combine(rows.Folder, "data");
        var blobs = new DiskBlobStore(folder, _time);
        Directory.Delete(folder, recursive: true);
        await using var server = await StartAsync(
            new DatabaseReadiness(rows.Database), new StorageReadiness(blobs), new Check("engine") { Failure = new IOException("PLANTED") });

        using var answer = await server.Client.GetAsync("/health/ready", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            """{"status":"not ready","checks":{"database":"failed","engine":"failed","storage":"failed"}}""",
            await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Ready_asked_often_checks_now_and_then()
    {
        var check = new Check("engine");
        await using var server = await StartAsync(check);

        for (int i = 0; i < 5; i++)
        {
            await server.Client.GetStringAsync("/health/ready", Cancellation);
        }
        Assert.Equal(1, check.Calls);

        _time.Advance(TimeSpan.FromSeconds(2));
        check.Failure = new IOException("broken");
        using var answer = await server.Client.GetAsync("/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(2, check.Calls);
    }

    [Fact]
    public async Task Ready_asked_by_an_impatient_client_goes_on_with_the_check()
    {
        var hold = new TaskCompletionSource();
        var check = new Check("engine") { Work = hold.Task };
        var readiness = new Readiness([check], _time);
        using var impatient = new CancellationTokenSource();
        var first = readiness.CheckAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var second = readiness.CheckAsync(Cancellation);
        hold.SetResult();

        Assert.True((await second)["engine"]);
        Assert.Equal(1, check.Calls);
    }

    private Task<TestServer> StartAsync(params IReadinessCheck[] checks) => TestServer.StartAsync(
        builder =>
        {
            foreach (var check in checks)
            {
                builder.Services.AddSingleton(check);
            }
            builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton<Readiness>();
        },
        app => app.MapHealth());

    private sealed class Check(string name) : IReadinessCheck
    {
        public string Name => name;

        public Exception? Failure { get; set; }

        public Task Work { get; init; } = Task.CompletedTask;

        public int Calls { get; private set; }

        public Task CheckAsync(CancellationToken cancellationToken)
        {
            Calls++;
            return Failure is null ? Work : Task.FromException(Failure);
        }
    }
}
