namespace Bleep.Server.Jobs;

/// <summary>A transcript that is to be accepted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Id of the key it belongs to.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="MakesMedia">True when redacted media is asked for.</param>
public sealed record NewTranscript(Guid Id, string Owner, StoredRequest Request, bool MakesMedia);
