namespace Bleep.Server.Jobs;

/// <summary>Why a job ended without a result.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Detail">What <see cref="JobErrorKind"/> says of it, never anything of the recording's content or of the client's request; or null.</param>
public sealed record JobFailure(JobErrorKind Kind, string? Detail = null);
