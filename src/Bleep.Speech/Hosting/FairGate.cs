namespace Bleep.Speech.Hosting;

/// <summary>
/// Lets a bounded number of holders in. Who waits is let in by fairness between jobs: the job that holds the fewest places first,
/// and the one that waits longest among equals. So a long recording does not keep a short one waiting.
/// </summary>
/// <param name="places">How many may be in at one time; at least 1.</param>
internal sealed class FairGate(int places)
{
    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];
    private readonly Dictionary<object, int> _held = [];
    private int _free = places;

    /// <summary>Waits for a place.</summary>
    /// <param name="job">The job that asks; compared by reference or as it defines equality.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended; no place is held.</exception>
    public async Task EnterAsync(object job, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_lock)
        {
            if (_free > 0)
            {
                Grant(job);
                return;
            }
            waiter = new Waiter(job);
            _waiters.Add(waiter);
        }
        await using var registration = cancellationToken.Register(() => Abandon(waiter, cancellationToken));
        await waiter.Entered.Task;
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="job">The job that held it.</param>
    public void Leave(object job)
    {
        lock (_lock)
        {
            int held = _held[job] - 1;
            if (held == 0)
            {
                _held.Remove(job);
            }
            else
            {
                _held[job] = held;
            }
            _free++;
            if (_waiters.Count > 0)
            {
                var next = _waiters.MinBy(waiter => _held.GetValueOrDefault(waiter.Job))!;
                _waiters.Remove(next);
                Grant(next.Job);
                next.Entered.SetResult();
            }
        }
    }

    private void Grant(object job)
    {
        _free--;
        _held[job] = _held.GetValueOrDefault(job) + 1;
    }

    private void Abandon(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiters.Remove(waiter))
            {
                waiter.Entered.SetCanceled(cancellationToken);
            }
        }
    }

    private sealed class Waiter(object job)
    {
        public object Job => job;

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
