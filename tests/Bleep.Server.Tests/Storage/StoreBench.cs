using System.Text.Json;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Tests.Security;
using Bleep.Server.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Storage;

/// <summary>The stores of transcripts, uploads and webhook calls over one database.</summary>
/// <param name="database">The database, migrated; stays the caller's.</param>
internal sealed class StoreBench(IDatabase database)
{
    private readonly IContentCipher _cipher = new AesContentCipher(Keys.NewRing());
    private SqlTranscriptStore? _transcripts;

    public const string Owner = "owner";

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public IDatabase Database => database;

    public SqlWebhookStore Webhooks => new(database, _cipher, Time);

    public ITranscriptStore Transcripts => _transcripts ??= new SqlTranscriptStore(database, Webhooks, new WebhookSignal(), _cipher, Time);

    public IUploadStore Uploads => new SqlUploadStore(database, Time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Adds a transcript, of an upload or of an address.</summary>
    public async Task<TranscriptRecord?> AddAsync(string owner = Owner, Guid? upload = null, int maxQueued = 1_000_000, bool makesMedia = false) =>
        await Transcripts.AddAsync(new NewTranscript(Guid.NewGuid(), owner, RequestOf(upload), makesMedia), maxQueued, Token);

    /// <summary>Adds an upload.</summary>
    public async Task<Guid> UploadAsync(string owner = Owner, long bytes = 1000)
    {
        var id = Guid.NewGuid();
        Assert.True(await Uploads.AddAsync(id, owner, bytes, long.MaxValue, Token));
        return id;
    }

    public static JobOutcome Completed { get; } = new(null, MediaState.None, null);

    private static StoredRequest RequestOf(Guid? upload) => new()
    {
        Work = new JobRequest { Source = upload is { } id ? AudioSource.Upload(id) : AudioSource.At("http://example.org/PLANTEDSECRET.wav") },
        Echo = JsonSerializer.SerializeToElement(new { audio_url = "http://example.org/PLANTEDSECRET.wav" }),
    };
}
