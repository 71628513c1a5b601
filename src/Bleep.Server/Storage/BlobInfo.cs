namespace Bleep.Server.Storage;

/// <summary>An object of a listing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SizeBytes">Its size as stored, in bytes.</param>
/// <param name="StoredAt">When it was stored.</param>
public sealed record BlobInfo(BlobName Name, long SizeBytes, DateTimeOffset StoredAt);
