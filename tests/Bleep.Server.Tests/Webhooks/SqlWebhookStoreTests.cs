using Bleep.Server.Webhooks;

namespace Bleep.Server.Tests.Webhooks;

public sealed class SqlWebhookStoreTests
{
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan s_spacing = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enqueue_without_commit_stores_nothing()
    {
        await using var bench = await WebhookBench.CreateAsync();
        var id = await bench.Rows.AddTranscriptAsync();

        await bench.EnqueueAsync(id, commit: false, Call(WebhookKind.Transcript));

        Assert.Empty(await bench.SqlStore.TakeDueAsync(10, s_lease, Cancellation));
        Assert.Null(await bench.SqlStore.NextDueAsync(Cancellation));
    }

    [Fact]
    public async Task Stored_call_reads_back_whole_and_its_row_shows_nothing_private()
    {
        await using var bench = await WebhookBench.CreateAsync();
        await bench.EnqueueAsync(Call(WebhookKind.Transcript));

        var call = Assert.Single(await bench.SqlStore.TakeDueAsync(10, s_lease, Cancellation)).Call;

        Assert.NotNull(call);
        Assert.Equal("http://planted.example/?PLANTED=1", call.Url);
        Assert.Equal(new WebhookHeader("X-Key", "PLANTED"), call.Header);
        Assert.Equal("PLANTED"u8.ToArray(), call.Body);
        foreach (string file in Directory.EnumerateFiles(bench.Rows.Folder))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1);
            string content = await reader.ReadToEndAsync(Cancellation);
            Assert.DoesNotContain("PLANTED", content, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task TakeDue_gives_each_call_once_while_its_lease_lasts()
    {
        await using var bench = await WebhookBench.CreateAsync();
        for (int i = 0; i < 5; i++)
        {
            await bench.EnqueueAsync(Call(WebhookKind.Transcript));
        }

        var first = await bench.SqlStore.TakeDueAsync(3, s_lease, Cancellation);
        var second = await bench.SqlStore.TakeDueAsync(3, s_lease, Cancellation);

        Assert.Equal([3, 2], [first.Count, second.Count]);
        Assert.Equal(5, first.Concat(second).Select(delivery => delivery.Id).Distinct().Count());
        Assert.Equal(bench.Time.GetUtcNow() + s_lease, await bench.SqlStore.NextDueAsync(Cancellation));
    }

    [Fact]
    public async Task Record_of_an_attempt_that_another_overtook_changes_nothing()
    {
        await using var bench = await WebhookBench.CreateAsync();
        var id = await bench.EnqueueAsync(Call(WebhookKind.Transcript));
        var late = Assert.Single(await bench.SqlStore.TakeDueAsync(1, s_lease, Cancellation));
        bench.Time.Advance(s_lease);
        var quick = Assert.Single(await bench.SqlStore.TakeDueAsync(1, s_lease, Cancellation));

        Assert.True(await bench.SqlStore.RecordAsync(quick, WebhookResult.Judge(500, 0), s_spacing, Cancellation));
        Assert.False(await bench.SqlStore.RecordAsync(late, WebhookResult.Judge(404, 0), s_spacing, Cancellation));

        Assert.Equal(500, await bench.StatusAsync(id));
        Assert.Equal(bench.Time.GetUtcNow() + s_spacing, await bench.SqlStore.NextDueAsync(Cancellation));
    }

    [Fact]
    public async Task Call_that_does_not_open_is_handed_out_without_content()
    {
        await using var bench = await WebhookBench.CreateAsync();
        await bench.EnqueueAsync(Call(WebhookKind.Transcript));
        await bench.Rows.ExecuteAsync("UPDATE webhooks SET sealed_call = x'00'");

        var delivery = Assert.Single(await bench.SqlStore.TakeDueAsync(1, s_lease, Cancellation));

        Assert.Null(delivery.Call);
    }

    [Fact]
    public async Task Call_that_does_not_open_counts_as_failed_and_lets_the_next_one_go()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        await bench.EnqueueAsync(
            Call(WebhookKind.Audio),
            new WebhookCall(WebhookKind.Transcript, receiver.Url, null, "{}"u8.ToArray()));
        await bench.Rows.ExecuteAsync("UPDATE webhooks SET sealed_call = x'00' WHERE kind = 'audio'");

        await bench.StartAsync();

        Assert.Equal(new WebhookResult(WebhookVerdict.TryAgain, null), await bench.RecordedAsync());
        Assert.Equal("{}"u8.ToArray(), (await receiver.NextAsync()).Body);
    }

    private static WebhookCall Call(WebhookKind kind) =>
        new(kind, "http://planted.example/?PLANTED=1", new WebhookHeader("X-Key", "PLANTED"), "PLANTED"u8.ToArray());
}
