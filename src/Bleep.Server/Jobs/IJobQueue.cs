namespace Bleep.Server.Jobs;

/// <summary>Delivers jobs to whoever works on them. The database is the truth about a job; the queue only delivers, at least once.</summary>
public interface IJobQueue
{
    /// <summary>Tells that a job was accepted; its row is stored before.</summary>
    /// <param name="id">The transcript.</param>
    /// <param name="cancellationToken">Stops the sending.</param>
    Task SendAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Handles jobs until it is cancelled. A delivery counts as done when its handler returns.</summary>
    /// <param name="parallelism">Most jobs at the same time.</param>
    /// <param name="handle">Does a job.</param>
    /// <param name="cancellationToken">Ends the handling; handlers get it too.</param>
    Task HandleAsync(int parallelism, Func<Guid, CancellationToken, Task> handle, CancellationToken cancellationToken);
}
