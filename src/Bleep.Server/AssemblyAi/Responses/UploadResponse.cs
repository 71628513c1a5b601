namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Answer to an upload.</summary>
/// <param name="UploadUrl">What the upload is called in <c>audio_url</c>; only this server can read it.</param>
public sealed record UploadResponse(string UploadUrl);
