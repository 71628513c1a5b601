namespace Bleep.Server.Metrics;

/// <summary>The queue at one moment.</summary>
/// <param name="Queued">Jobs that wait.</param>
/// <param name="Running">Jobs that run.</param>
/// <param name="OldestQueuedAge">For how long the oldest waiting job has waited; zero when none does.</param>
public readonly record struct QueueState(long Queued, long Running, TimeSpan OldestQueuedAge);
