using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Jobs.InProcess;

/// <summary>
/// The queue of a single process. It holds no list of its own: jobs that wait are read from the database page by page, in the order of
/// submission, so it needs the same memory for ten and for ten million, and a restart goes on where the last process stopped. Now and then
/// it reads from the start again and delivers what has not ended although nobody works on it: a job whose end could not be stored.
/// </summary>
/// <param name="store">Where the jobs are.</param>
/// <param name="clock">Tells when it is time to read from the start.</param>
/// <param name="logger">Told that the database does not answer.</param>
public sealed partial class InProcessJobQueue(ITranscriptStore store, TimeProvider clock, ILogger<InProcessJobQueue> logger) : IJobQueue
{
    private const int PageSize = 100;

    private static readonly TimeSpan s_sweepSpacing = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_afterStoreFailure = TimeSpan.FromSeconds(5);

    // Holds one signal at most: it only says that there is something to read.
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // As many as run at the same time, at most.
    private readonly ConcurrentDictionary<Guid, bool> _underWay = new();

    /// <inheritdoc/>
    public Task SendAsync(Guid id, CancellationToken cancellationToken)
    {
        _signal.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(int parallelism, Func<Guid, CancellationToken, Task> handle, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            WaitingAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                try
                {
                    await handle(id, token);
                }
                finally
                {
                    _underWay.TryRemove(id, out _);
                }
            });

    private async IAsyncEnumerable<Guid> WaitingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long last = 0;
        long sweptAt = clock.GetTimestamp();
        while (true)
        {
            var page = await ReadPageAsync(last, cancellationToken);
            foreach ((var id, long sequence) in page)
            {
                last = sequence;
                if (_underWay.TryAdd(id, true))
                {
                    yield return id;
                }
            }
            if (page.Count < PageSize)
            {
                await WaitAsync(s_sweepSpacing - clock.GetElapsedTime(sweptAt), cancellationToken);
                if (clock.GetElapsedTime(sweptAt) >= s_sweepSpacing)
                {
                    last = 0;
                    sweptAt = clock.GetTimestamp();
                }
            }
        }
    }

    // An error here would end all work for good, although the jobs are safe where they are.
    private async Task<IReadOnlyList<(Guid Id, long Sequence)>> ReadPageAsync(long last, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await store.ListUnfinishedAsync(last, PageSize, cancellationToken);
            }
            catch (Exception error) when (error is DbException or IOException)
            {
                LogStoreFailed(error.GetType().Name);
                await Task.Delay(s_afterStoreFailure, clock, cancellationToken);
            }
        }
    }

    private async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost <= TimeSpan.Zero)
        {
            return;
        }
        using var tooLong = new CancellationTokenSource(atMost, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellationToken);
        try
        {
            await _signal.Reader.ReadAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to read from the start.
        }
    }

    [LoggerMessage(20, LogLevel.Error, "Jobs cannot be read from the database: {Fault}; it is tried again")]
    private partial void LogStoreFailed(string fault);
}
