using System.Threading.Channels;
using Bleep.Server.Jobs.InProcess;
using Bleep.Server.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Jobs.InProcess;

public sealed class InProcessJobQueueTests : IAsyncDisposable
{
    private static readonly TimeSpan s_sweepSpacing = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<Guid> _delivered = Channel.CreateUnbounded<Guid>();
    private TestDatabase _database = null!;
    private StoreBench _bench = null!;
    private WatchedTranscriptStore _store = null!;
    private Task _handling = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _handling);
        _stop.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Handle_delivers_what_waited_before_and_what_is_sent_later_in_order()
    {
        var queue = await CreateAsync();
        var first = await AddAsync(250);

        Begin(queue, 1, EndAsync);
        foreach (var id in first)
        {
            Assert.Equal(id, await NextAsync());
        }
        var later = (await AddAsync(1))[0];
        await queue.SendAsync(later, Token);

        Assert.Equal(later, await NextAsync());
    }

    [Fact]
    public async Task Handle_delivers_a_job_again_whose_end_was_not_stored()
    {
        var queue = await CreateAsync();
        var lost = (await AddAsync(1))[0];

        Begin(queue, 2, _ => Task.CompletedTask);
        Assert.Equal(lost, await NextAsync());

        Assert.Equal(lost, await NextAsync(s_sweepSpacing));
    }

    [Fact]
    public async Task Handle_does_not_deliver_a_job_again_while_it_runs()
    {
        var queue = await CreateAsync();
        var running = (await AddAsync(1))[0];
        var release = new TaskCompletionSource();

        Begin(queue, 2, async id =>
        {
            await (id == running ? release.Task : Task.CompletedTask);
            await EndAsync(id);
        });
        Assert.Equal(running, await NextAsync());
        while (_store.ReadsFromStart < 3)
        {
            _time.Advance(s_sweepSpacing);
            await Task.Delay(s_look, Token);
        }
        var other = (await AddAsync(1))[0];
        await queue.SendAsync(other, Token);

        Assert.Equal(other, await NextAsync());
        release.SetResult();
    }

    [Fact]
    public async Task Handle_goes_on_after_the_database_failed()
    {
        var queue = await CreateAsync();
        var id = (await AddAsync(1))[0];
        _store.Failures = 1;

        Begin(queue, 1, EndAsync);

        Assert.Equal(id, await NextAsync(TimeSpan.FromSeconds(5)));
    }

    private async Task<InProcessJobQueue> CreateAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _bench = new StoreBench(_database.Database);
        _store = new WatchedTranscriptStore(_bench.Transcripts);
        return new InProcessJobQueue(_store, _time, NullLogger<InProcessJobQueue>.Instance);
    }

    private void Begin(InProcessJobQueue queue, int parallelism, Func<Guid, Task> handle) => _handling = queue.HandleAsync(
        parallelism,
        async (id, _) =>
        {
            await _delivered.Writer.WriteAsync(id, Token);
            await handle(id);
        },
        _stop.Token);

    private async Task EndAsync(Guid id) => await _bench.Transcripts.EndAsync(
        (await _bench.Transcripts.BeginAttemptAsync(id, Token))!, StoreBench.Completed, [], Token);

    private async Task<List<Guid>> AddAsync(int count)
    {
        var ids = new List<Guid>();
        for (int index = 0; index < count; index++)
        {
            ids.Add((await _bench.AddAsync())!.Id);
        }
        return ids;
    }

    private Task<Guid> NextAsync() => _delivered.Reader.ReadAsync(Token).AsTask();

    // Moves the clock until something is delivered, as nobody can tell when the queue has gone to sleep.
    private async Task<Guid> NextAsync(TimeSpan step)
    {
        Guid id;
        while (!_delivered.Reader.TryRead(out id))
        {
            _time.Advance(step);
            await Task.Delay(s_look, Token);
        }
        return id;
    }
}
