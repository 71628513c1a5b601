namespace Bleep.Pipeline;

/// <summary>Passes the progress of one stage on as the progress of the job.</summary>
internal sealed class StageProgress(IProgress<RedactionProgress>? target, RedactionStage stage, TimeSpan total = default)
    : IProgress<double>, IProgress<TimeSpan>
{
    public void Report(double value) => target?.Report(new RedactionProgress(stage, Math.Clamp(value, 0, 1)));

    public void Report(TimeSpan value) => Report(total > TimeSpan.Zero ? value / total : 0);
}
