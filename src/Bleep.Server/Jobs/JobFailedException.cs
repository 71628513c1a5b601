namespace Bleep.Server.Jobs;

/// <summary>A job cannot be done; ends it in <see cref="TranscriptStatus.Error"/>.</summary>
/// <param name="kind">The reason.</param>
/// <param name="detail">See <see cref="JobFailure.Detail"/>.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class JobFailedException(JobErrorKind kind, string? detail = null, Exception? innerException = null)
    : Exception($"The job failed: {kind}.", innerException)
{
    /// <summary>Why.</summary>
    public JobFailure Failure { get; } = new(kind, detail);
}
