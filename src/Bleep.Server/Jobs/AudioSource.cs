namespace Bleep.Server.Jobs;

/// <summary>Where a recording comes from: one of the two is set.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="UploadId">Id of an upload.</param>
public sealed record AudioSource(string? Url, Guid? UploadId)
{
    /// <summary>A recording of an earlier upload.</summary>
    /// <param name="id">Id of the upload.</param>
    public static AudioSource Upload(Guid id) => new(null, id);

    /// <summary>A recording that is fetched.</summary>
    /// <param name="url">Its address.</param>
    public static AudioSource At(string url) => new(url, null);
}
