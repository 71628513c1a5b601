namespace Bleep.Server.Metrics;

/// <summary>How a job can end, as the metrics count it.</summary>
public enum JobEnd
{
    /// <summary>It has a result.</summary>
    Completed,

    /// <summary>It ended in an error that its transcript tells.</summary>
    Error,
}
