using System.Text.Json;
using Bleep.Server.Jobs;
using Bleep.Server.Security;

namespace Bleep.Server.Storage.Sql;

/// <summary>A row of <c>transcripts</c> as the database gives it.</summary>
internal sealed class TranscriptRow
{
    /// <summary>The columns of a row, for <c>SELECT</c> and <c>RETURNING</c>.</summary>
    public const string Columns = """
        id AS Id, seq AS Seq, owner AS Owner, status AS Status, created_at AS CreatedAt, completed_at AS CompletedAt, attempt AS Attempt,
        sealed_request AS SealedRequest, error_kind AS ErrorKind, error_detail AS ErrorDetail, media AS Media, media_until AS MediaUntil,
        webhook_status AS WebhookStatus, is_deleted AS IsDeleted
        """;

    public required string Id { get; init; }
    public long Seq { get; init; }
    public required string Owner { get; init; }
    public required string Status { get; init; }
    public long CreatedAt { get; init; }
    public long? CompletedAt { get; init; }
    public long Attempt { get; init; }
    public byte[]? SealedRequest { get; init; }
    public string? ErrorKind { get; init; }
    public string? ErrorDetail { get; init; }
    public required string Media { get; init; }
    public long? MediaUntil { get; init; }
    public long? WebhookStatus { get; init; }
    public long IsDeleted { get; init; }

    public static string NameOf(TranscriptStatus status) => status.ToString().ToLowerInvariant();

    public static string NameOf(MediaState media) => media.ToString().ToLowerInvariant();

    public static byte[] Seal(StoredRequest request, Guid id, IContentCipher cipher) =>
        cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(request, JobJson.Default.StoredRequest), SealNameOf(id));

    public TranscriptRecord ToRecord(IContentCipher cipher)
    {
        var id = Guid.Parse(Id);
        return new TranscriptRecord
        {
            Id = id,
            Sequence = Seq,
            Owner = Owner,
            Status = Enum.Parse<TranscriptStatus>(Status, ignoreCase: true),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            CompletedAt = CompletedAt is { } completed ? DateTimeOffset.FromUnixTimeMilliseconds(completed) : null,
            Attempt = (int)Attempt,
            Request = SealedRequest is null
                ? null
                : JsonSerializer.Deserialize(cipher.Open(SealedRequest, SealNameOf(id)), JobJson.Default.StoredRequest),
            Failure = ErrorKind is null ? null : new JobFailure(Enum.Parse<JobErrorKind>(ErrorKind), ErrorDetail),
            Media = Enum.Parse<MediaState>(Media, ignoreCase: true),
            MediaUntil = MediaUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
            WebhookStatus = (int?)WebhookStatus,
            IsDeleted = IsDeleted != 0,
        };
    }

    private static string SealNameOf(Guid id) => $"transcripts/{id:N}/request";
}
