using Bleep.Server.Jobs;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Webhooks;

namespace Bleep.Server.Tests.Storage;

/// <summary>What every store of transcripts must do; a subclass brings a database.</summary>
public abstract class TranscriptStoreContractTests : IAsyncLifetime
{
    private StoreBench _bench = null!;

    /// <summary>The database, migrated and empty.</summary>
    protected abstract Task<IDatabase> OpenDatabaseAsync();

    /// <summary>Removes the database.</summary>
    protected abstract ValueTask CloseDatabaseAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ITranscriptStore Store => _bench.Transcripts;

    public async ValueTask InitializeAsync() => _bench = new StoreBench(await OpenDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        await CloseDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Add_then_find_gives_the_same_transcript()
    {
        var added = (await _bench.AddAsync(makesMedia: true))!;

        var found = (await Store.FindAsync(added.Id, StoreBench.Owner, Token))!;

        Assert.Equal(TranscriptStatus.Queued, found.Status);
        Assert.Equal(MediaState.Pending, found.Media);
        Assert.Equal(_bench.Time.GetUtcNow(), found.CreatedAt);
        Assert.Equal(added.Sequence, found.Sequence);
        Assert.Equal("http://example.org/PLANTEDSECRET.wav", found.Request!.Work!.Source.Url);
        Assert.Equal(0, found.Attempt);
    }

    [Fact]
    public async Task Transcript_of_another_owner_is_neither_found_nor_listed_nor_deleted()
    {
        var mine = (await _bench.AddAsync())!;
        var other = (await _bench.AddAsync("other"))!;

        Assert.Null(await Store.FindAsync(mine.Id, "other", Token));
        Assert.Null(await Store.DeleteAsync(mine.Id, "other", Token));
        Assert.Null(await Store.ListAsync(new TranscriptQuery("other", 10) { Before = mine.Id }, Token));
        Assert.Null(await Store.ListAsync(new TranscriptQuery("other", 10) { After = mine.Id }, Token));
        Assert.Equal([other.Id], Ids(await Store.ListAsync(new TranscriptQuery("other", 10), Token)));
        Assert.NotNull(await Store.FindAsync(mine.Id, null, Token));
        Assert.False((await Store.FindAsync(mine.Id, null, Token))!.IsDeleted);
    }

    [Fact]
    public async Task Add_beyond_the_limit_of_waiting_ones_is_refused_for_that_owner_only()
    {
        var first = (await _bench.AddAsync(maxQueued: 2))!;
        Assert.NotNull(await _bench.AddAsync(maxQueued: 2));
        Assert.Null(await _bench.AddAsync(maxQueued: 2));
        Assert.NotNull(await _bench.AddAsync("other", maxQueued: 2));

        Assert.NotNull(await Store.BeginAttemptAsync(first.Id, Token));

        Assert.NotNull(await _bench.AddAsync(maxQueued: 2));
        Assert.Null(await _bench.AddAsync(maxQueued: 2));
    }

    [Fact]
    public async Task Add_from_many_at_once_keeps_the_limit()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => _bench.AddAsync(maxQueued: 7), Token)));

        Assert.Equal(7, added.Count(row => row is not null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task List_page_by_page_has_no_repeats_and_no_gaps_while_new_ones_arrive(bool climbs)
    {
        const int Before = 5_000, PageSize = 200;
        await FillAsync(Before);
        var old = await AllIdsAsync();

        var seen = new List<Guid>();
        // Upwards it starts at the oldest, downwards at the newest.
        var page = (await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, PageSize) { After = climbs ? old[^1] : null }, Token))!;
        if (climbs)
        {
            seen.Add(old[^1]);
        }
        for (int pages = 0; ; pages++)
        {
            seen.AddRange(climbs ? Ids(page).Reverse() : Ids(page));
            // New ones come in all the time, a few of them after the last page downwards.
            if (pages < Before / PageSize)
            {
                await FillAsync(3);
            }
            if (climbs ? !page.HasNewer : !page.HasOlder)
            {
                break;
            }
            page = (await Store.ListAsync(
                new TranscriptQuery(StoreBench.Owner, PageSize)
                {
                    Before = climbs ? null : page.Transcripts[^1].Id,
                    After = climbs ? page.Transcripts[0].Id : null,
                },
                Token))!;
        }

        Assert.Equal(climbs ? (await AllIdsAsync()).AsEnumerable().Reverse() : old, seen);
    }

    [Fact]
    public async Task List_last_page_has_nothing_older()
    {
        await FillAsync(20);

        var first = (await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, 10), Token))!;
        var last = (await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, 10) { Before = first.Transcripts[^1].Id }, Token))!;

        Assert.True(first.HasOlder);
        Assert.False(first.HasNewer);
        Assert.False(last.HasOlder);
        Assert.True(last.HasNewer);
    }

    [Fact]
    public async Task List_of_a_status_or_a_day_gives_only_those()
    {
        var done = (await _bench.AddAsync())!;
        var begun = (await Store.BeginAttemptAsync(done.Id, Token))!;
        await Store.EndAsync(begun, StoreBench.Completed, [], Token);
        _bench.Time.Advance(TimeSpan.FromDays(1));
        var next = (await _bench.AddAsync())!;

        Assert.Equal([done.Id], Ids(await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, 10) { Status = TranscriptStatus.Completed }, Token)));
        Assert.Equal([next.Id], Ids(await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, 10) { CreatedOn = new DateOnly(2026, 3, 2) }, Token)));
        Assert.Empty(Ids(await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, 10) { CreatedOn = DateOnly.MaxValue }, Token)));
        Assert.Empty(Ids(await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, 10) { CreatedOn = DateOnly.MinValue }, Token)));
    }

    [Fact]
    public async Task ListUnfinished_gives_waiting_and_begun_ones_in_the_order_of_submission()
    {
        var first = (await _bench.AddAsync())!;
        var ended = (await _bench.AddAsync("other"))!;
        var last = (await _bench.AddAsync())!;
        await Store.BeginAttemptAsync(first.Id, Token);
        await Store.EndAsync((await Store.BeginAttemptAsync(ended.Id, Token))!, StoreBench.Completed, [], Token);

        Assert.Equal([first.Id, last.Id], (await Store.ListUnfinishedAsync(0, 10, Token)).Select(job => job.Id));
        Assert.Equal([last.Id], (await Store.ListUnfinishedAsync(first.Sequence, 10, Token)).Select(job => job.Id));
        Assert.Single(await Store.ListUnfinishedAsync(0, 1, Token));
    }

    [Fact]
    public async Task End_by_an_earlier_attempt_changes_nothing()
    {
        var id = (await _bench.AddAsync())!.Id;
        var late = (await Store.BeginAttemptAsync(id, Token))!;
        var current = (await Store.BeginAttemptAsync(id, Token))!;

        Assert.False(await Store.EndAsync(late, new JobOutcome(new JobFailure(JobErrorKind.Server), MediaState.None, null), [CallOf()], Token));

        var row = (await Store.FindAsync(id, null, Token))!;
        Assert.Equal((TranscriptStatus.Processing, 2), (row.Status, row.Attempt));
        Assert.Null(await _bench.Webhooks.NextDueAsync(Token));
        Assert.True(await Store.EndAsync(current, StoreBench.Completed, [CallOf()], Token));
        Assert.False(await Store.EndAsync(current, StoreBench.Completed, [CallOf()], Token));
        Assert.Single(await _bench.Webhooks.TakeDueAsync(10, TimeSpan.FromMinutes(1), Token));
        Assert.Null(await Store.BeginAttemptAsync(id, Token));
    }

    [Fact]
    public async Task TakeBack_makes_an_attempt_not_count_unless_a_later_one_was_begun()
    {
        var id = (await _bench.AddAsync())!.Id;
        var first = (await Store.BeginAttemptAsync(id, Token))!;
        await Store.TakeBackAsync(first, Token);
        var again = (await Store.BeginAttemptAsync(id, Token))!;
        var later = (await Store.BeginAttemptAsync(id, Token))!;

        await Store.TakeBackAsync(again, Token);

        Assert.Equal((1, 1, 2), (first.Attempt, again.Attempt, later.Attempt));
        Assert.Equal(2, (await Store.FindAsync(id, null, Token))!.Attempt);
        Assert.True(await Store.EndAsync(later, StoreBench.Completed, [], Token));
        await Store.TakeBackAsync(later, Token);
        Assert.Equal(TranscriptStatus.Completed, (await Store.FindAsync(id, null, Token))!.Status);
    }

    [Fact]
    public async Task End_takes_the_clients_private_terms_out_of_the_row()
    {
        var id = (await _bench.AddAsync())!.Id;

        await Store.EndAsync((await Store.BeginAttemptAsync(id, Token))!, StoreBench.Completed, [], Token);

        var row = (await Store.FindAsync(id, null, Token))!;
        Assert.Equal(TranscriptStatus.Completed, row.Status);
        Assert.Null(row.Request!.Work);
        Assert.Null(row.Request.Webhook);
        Assert.Equal(_bench.Time.GetUtcNow(), row.CompletedAt);
    }

    [Fact]
    public async Task Delete_of_a_begun_job_ends_it_and_its_attempt_changes_nothing_any_more()
    {
        var id = (await _bench.AddAsync(makesMedia: true))!.Id;
        var attempt = (await Store.BeginAttemptAsync(id, Token))!;

        Assert.NotNull(await Store.DeleteAsync(id, StoreBench.Owner, Token));

        Assert.False(await Store.EndAsync(attempt, StoreBench.Completed, [CallOf()], Token));
        var row = (await Store.FindAsync(id, StoreBench.Owner, Token))!;
        Assert.Equal((TranscriptStatus.Error, JobErrorKind.Deleted, true), (row.Status, row.Failure!.Kind, row.IsDeleted));
        Assert.Null(row.Request);
        Assert.Equal(MediaState.Gone, row.Media);
        Assert.Null(await Store.BeginAttemptAsync(id, Token));
        Assert.Null(await _bench.Webhooks.NextDueAsync(Token));
        Assert.NotNull(await Store.DeleteAsync(id, StoreBench.Owner, Token));
    }

    [Fact]
    public async Task Delete_of_a_completed_one_keeps_its_status_and_its_row()
    {
        var id = (await _bench.AddAsync())!.Id;
        await Store.EndAsync((await Store.BeginAttemptAsync(id, Token))!, StoreBench.Completed, [], Token);

        await Store.DeleteAsync(id, StoreBench.Owner, Token);

        var row = Assert.Single((await Store.ListAsync(new TranscriptQuery(StoreBench.Owner, 10), Token))!.Transcripts);
        Assert.Equal((TranscriptStatus.Completed, true), (row.Status, row.IsDeleted));
    }

    [Fact]
    public async Task Add_of_another_owners_upload_names_none()
    {
        var upload = await _bench.UploadAsync("other");

        var row = (await _bench.AddAsync(upload: upload))!;

        Assert.Equal(Guid.Empty, row.Request!.Work!.Source.UploadId);
        Assert.Equal(Guid.Empty, (await _bench.AddAsync(upload: Guid.NewGuid()))!.Request!.Work!.Source.UploadId);
        Assert.True(await _bench.Uploads.RemoveUnusedAsync(upload, Token));
    }

    [Fact]
    public async Task Add_keeps_the_upload_until_the_job_has_ended()
    {
        var upload = await _bench.UploadAsync();
        var id = (await _bench.AddAsync(upload: upload))!.Id;

        Assert.False(await _bench.Uploads.RemoveUnusedAsync(upload, Token));
        var attempt = (await Store.BeginAttemptAsync(id, Token))!;
        Assert.False(await _bench.Uploads.RemoveUnusedAsync(upload, Token));
        await Store.EndAsync(attempt, StoreBench.Completed, [], Token);
        Assert.True(await _bench.Uploads.RemoveUnusedAsync(upload, Token));
    }

    [Fact]
    public async Task Add_beside_the_removal_of_its_upload_has_it_or_names_none()
    {
        for (int round = 0; round < 40; round++)
        {
            var upload = await _bench.UploadAsync();

            var adding = Task.Run(() => _bench.AddAsync(upload: upload), Token);
            var removing = Task.Run(() => _bench.Uploads.RemoveUnusedAsync(upload, Token), Token);

            var source = (await adding)!.Request!.Work!.Source.UploadId;
            Assert.Equal(await removing ? Guid.Empty : upload, source);
        }
    }

    private static IReadOnlyList<Guid> Ids(TranscriptPage? page) => [.. page!.Transcripts.Select(row => row.Id)];

    private static WebhookCall CallOf() => new(WebhookKind.Transcript, "http://example.org/hook", null, "{}"u8.ToArray());

    /// <summary>Adds waiting transcripts, some of another owner between them.</summary>
    private Task FillAsync(int count) => Rows.AddAsync(_bench.Database, count, _bench.Time.GetUtcNow());

    /// <summary>Ids of the owner's transcripts, newest first.</summary>
    private Task<IReadOnlyList<Guid>> AllIdsAsync() => Rows.IdsAsync(_bench.Database);
}
