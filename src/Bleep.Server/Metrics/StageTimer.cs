using Bleep.Pipeline;

namespace Bleep.Server.Metrics;

/// <summary>Measures the stages of one job by what is told of its progress. Thread-safe.</summary>
/// <param name="metrics">Told how long each stage took.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class StageTimer(ServerMetrics metrics, TimeProvider clock) : IProgress<RedactionProgress>
{
    private readonly Lock _lock = new();
    private readonly long _begun = clock.GetTimestamp();
    private RedactionStage? _stage;
    private long _stageBegun;

    /// <summary>Time since the job began.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_begun);

    /// <inheritdoc/>
    public void Report(RedactionProgress value) => Go(value.Stage);

    /// <summary>The stage under way is over, and with it the job.</summary>
    public void End() => Go(null);

    private void Go(RedactionStage? next)
    {
        lock (_lock)
        {
            if (next == _stage)
            {
                return;
            }
            long now = clock.GetTimestamp();
            if (_stage is { } over)
            {
                metrics.StageEnded(over, clock.GetElapsedTime(_stageBegun, now));
            }
            _stage = next;
            _stageBegun = now;
        }
    }
}
