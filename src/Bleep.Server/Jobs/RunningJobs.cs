using System.Collections.Concurrent;

namespace Bleep.Server.Jobs;

/// <summary>The jobs that this process works on, so that a deleted one stops at once.</summary>
public sealed class RunningJobs
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _running = new();

    /// <summary>Enters a job until what is returned is disposed of.</summary>
    /// <param name="id">The transcript.</param>
    /// <param name="stop">Stops it; stays the caller's.</param>
    public IDisposable Enter(Guid id, CancellationTokenSource stop)
    {
        _running[id] = stop;
        return new Entry(this, id, stop);
    }

    /// <summary>Stops a job if it runs here.</summary>
    /// <param name="id">The transcript.</param>
    public void Stop(Guid id)
    {
        if (_running.TryGetValue(id, out var stop))
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended in the same moment.
            }
        }
    }

    private sealed class Entry(RunningJobs jobs, Guid id, CancellationTokenSource stop) : IDisposable
    {
        public void Dispose() => jobs._running.TryRemove(new KeyValuePair<Guid, CancellationTokenSource>(id, stop));
    }
}
