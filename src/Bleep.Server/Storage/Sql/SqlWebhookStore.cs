using System.Data.Common;
using System.Text.Json;
using Bleep.Server.Security;
using Bleep.Server.Webhooks;
using Dapper;

namespace Bleep.Server.Storage.Sql;

/// <summary>Webhook calls in the table <c>webhooks</c>. Where a call goes, with which header and body, is sealed, and erased when the call is over.</summary>
/// <param name="database">Where the table is.</param>
/// <param name="cipher">Seals the calls under <c>webhooks/ID</c>.</param>
/// <param name="time">The clock of what is due.</param>
internal sealed class SqlWebhookStore(IDatabase database, IContentCipher cipher, TimeProvider time) : IWebhookStore
{
    public async Task EnqueueAsync(
        DbTransaction transaction, string transcriptId, IReadOnlyList<WebhookCall> calls, CancellationToken cancellationToken)
    {
        string? audio = null;
        foreach (var call in calls.OrderBy(call => call.Kind))
        {
            string id = Guid.NewGuid().ToString("N");
            string? waitsFor = call.Kind == WebhookKind.Transcript ? audio : null;
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO webhooks (id, transcript_id, kind, sealed_call, waits_for, attempts, next_at, state)
                VALUES (@id, @transcriptId, @kind, @sealedCall, @waitsFor, 0, @nextAt, 'pending')
                """,
                new
                {
                    id,
                    transcriptId,
                    kind = NameOf(call.Kind),
                    sealedCall = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(call, WebhookJson.Default.WebhookCall), ObjectName(id)),
                    waitsFor,
                    nextAt = waitsFor is null ? Now() : (long?)null,
                },
                transaction,
                cancellationToken: cancellationToken));
            if (call.Kind == WebhookKind.Audio)
            {
                audio = id;
            }
        }
    }

    public async Task<IReadOnlyList<WebhookDelivery>> TakeDueAsync(int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        long now = Now();
        // The outer condition is asked again for rows that another process changed meanwhile.
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            UPDATE webhooks SET next_at = @leaseEnd
            WHERE state = 'pending' AND next_at <= @now
              AND id IN (SELECT id FROM webhooks WHERE state = 'pending' AND next_at <= @now ORDER BY next_at LIMIT @limit)
            RETURNING id AS Id, transcript_id AS TranscriptId, kind AS Kind, attempts AS Attempts, sealed_call AS SealedCall
            """,
            new { now, limit, leaseEnd = now + (long)lease.TotalMilliseconds },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return [.. rows.Select(row => new WebhookDelivery(row.Id, row.TranscriptId, KindOf(row.Kind), (int)row.Attempts, Open(row)))];
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        long? next = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT MIN(next_at) FROM webhooks WHERE state = 'pending'", cancellationToken: cancellationToken));
        return next is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
    }

    public async Task<bool> RecordAsync(WebhookDelivery delivery, WebhookResult result, TimeSpan spacing, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        long now = Now();
        bool isOver = result.Verdict != WebhookVerdict.TryAgain;
        int changed = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE webhooks
            SET attempts = attempts + 1, state = @state, next_at = @nextAt, finished_at = @finishedAt,
                sealed_call = CASE WHEN @isOver THEN NULL ELSE sealed_call END
            WHERE id = @id AND attempts = @attempts AND state = 'pending'
            """,
            new
            {
                id = delivery.Id,
                attempts = delivery.Attempts,
                state = StateOf(result.Verdict),
                nextAt = isOver ? (long?)null : now + (long)spacing.TotalMilliseconds,
                finishedAt = isOver ? now : (long?)null,
                isOver,
            },
            transaction,
            cancellationToken: cancellationToken));
        if (changed == 0)
        {
            return false;
        }
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE webhooks SET waits_for = NULL, next_at = @now WHERE waits_for = @id AND state = 'pending'",
            new { id = delivery.Id, now },
            transaction,
            cancellationToken: cancellationToken));
        if (delivery.Kind == WebhookKind.Transcript && result.HttpStatus is { } status)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE transcripts SET webhook_status = @status WHERE id = @id",
                new { id = delivery.TranscriptId, status },
                transaction,
                cancellationToken: cancellationToken));
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task ReleaseAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE webhooks SET next_at = @now WHERE id = @id AND attempts = @attempts AND state = 'pending'",
            new { id = delivery.Id, attempts = delivery.Attempts, now = Now() },
            cancellationToken: cancellationToken));
    }

    private static string ObjectName(string id) => $"webhooks/{id}";

    private static string NameOf(WebhookKind kind) => kind switch
    {
        WebhookKind.Audio => "audio",
        WebhookKind.Transcript => "transcript",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static WebhookKind KindOf(string name) => name == "audio" ? WebhookKind.Audio : WebhookKind.Transcript;

    private static string StateOf(WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.Delivered => "delivered",
        WebhookVerdict.GivenUp => "given_up",
        _ => "pending",
    };

    private WebhookCall? Open(Row row)
    {
        try
        {
            return JsonSerializer.Deserialize(cipher.Open(row.SealedCall, ObjectName(row.Id)), WebhookJson.Default.WebhookCall);
        }
        catch (Exception exception) when (exception is SealException or JsonException)
        {
            return null;
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record Row(string Id, string TranscriptId, string Kind, long Attempts, byte[] SealedCall);
}
