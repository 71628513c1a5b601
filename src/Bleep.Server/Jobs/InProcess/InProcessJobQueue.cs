using System.Threading.Channels;

namespace Bleep.Server.Jobs.InProcess;

/// <summary>
/// The queue of a single process. It holds no list of its own: jobs that wait are read from the database page by page, in the order of
/// submission, so it needs the same memory for ten and for ten million, and a restart goes on where the last process stopped.
/// </summary>
/// <param name="store">Where the jobs are.</param>
public sealed class InProcessJobQueue(ITranscriptStore store) : IJobQueue
{
    private const int PageSize = 100;

    // Holds one signal at most: it only says that there is something to read.
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

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
            async (id, token) => await handle(id, token));

    private async IAsyncEnumerable<Guid> WaitingAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long last = 0;
        while (true)
        {
            var page = await store.ListUnfinishedAsync(last, PageSize, cancellationToken);
            foreach ((var id, long sequence) in page)
            {
                last = sequence;
                yield return id;
            }
            if (page.Count < PageSize)
            {
                await _signal.Reader.ReadAsync(cancellationToken);
            }
        }
    }
}
