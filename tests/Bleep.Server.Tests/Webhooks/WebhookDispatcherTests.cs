using System.Net;
using System.Net.Sockets;
using Bleep.Server.Webhooks;

namespace Bleep.Server.Tests.Webhooks;

public sealed class WebhookDispatcherTests
{
    private static readonly byte[] s_audio = """{"status":"redacted_audio_ready","redacted_audio_url":"http://h/m.mp3?x=1"}"""u8.ToArray();
    private static readonly byte[] s_transcript = """{"transcript_id":"t","status":"completed"}"""u8.ToArray();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_carries_header_types_query_and_body()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        await bench.StartAsync();

        var id = await bench.EnqueueAsync(Call(WebhookKind.Transcript, $"{receiver.Url}/hook/a%20b?key=v%2Fw&empty="));

        var call = await receiver.NextAsync();
        Assert.Equal("POST", call.Method);
        Assert.Equal("/hook/a%20b?key=v%2Fw&empty=", call.Target);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.Equal("*/*", call.Headers["Accept"]);
        Assert.Equal("open sesame", call.Headers["X-Secret"]);
        Assert.Equal(s_transcript, call.Body);
        Assert.Equal(new WebhookResult(WebhookVerdict.Delivered, 200), await bench.RecordedAsync());
        Assert.Equal(200, await bench.StatusAsync(id));
    }

    [Fact]
    public async Task Audio_call_goes_first_and_the_transcript_call_only_after_its_first_attempt()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        var hold = new TaskCompletionSource();
        receiver.Answer = async (context, call) =>
        {
            if (call.Target == "/audio")
            {
                await hold.Task;
                context.Response.StatusCode = 500;
            }
        };
        await bench.StartAsync();

        var id = await bench.EnqueueAsync(Call(WebhookKind.Transcript, $"{receiver.Url}/transcript"), Call(WebhookKind.Audio, $"{receiver.Url}/audio"));
        Assert.Equal("/audio", (await receiver.NextAsync()).Target);
        // A call of another transcript shows that the dispatcher went on and yet held the waiting one back.
        await bench.EnqueueAsync(Call(WebhookKind.Transcript, $"{receiver.Url}/other"));
        Assert.Equal("/other", (await receiver.NextAsync()).Target);
        await bench.RecordedAsync();
        Assert.False(receiver.HasMore);
        hold.SetResult();

        Assert.Equal(new WebhookResult(WebhookVerdict.TryAgain, 500), await bench.RecordedAsync());
        Assert.Equal("/transcript", (await receiver.NextAsync()).Target);
        Assert.Equal(new WebhookResult(WebhookVerdict.Delivered, 200), await bench.RecordedAsync());
        Assert.Equal(200, await bench.StatusAsync(id));
    }

    [Fact]
    public async Task Failing_receiver_gets_ten_identical_attempts_spaced()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        receiver.Answer = (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await bench.StartAsync();
        var id = await bench.EnqueueAsync(Call(WebhookKind.Transcript, receiver.Url));

        for (int attempt = 1; attempt <= 10; attempt++)
        {
            var call = await receiver.NextAsync();
            Assert.Equal(s_transcript, call.Body);
            Assert.Equal("open sesame", call.Headers["X-Secret"]);
            Assert.Equal(attempt < 10 ? WebhookVerdict.TryAgain : WebhookVerdict.GivenUp, (await bench.RecordedAsync()).Verdict);
            if (attempt < 10)
            {
                Assert.Equal(bench.Time.GetUtcNow().AddSeconds(10), await bench.SqlStore.NextDueAsync(Cancellation));
                bench.Time.Advance(TimeSpan.FromSeconds(9));
                Assert.Empty(await bench.SqlStore.TakeDueAsync(1, TimeSpan.FromMinutes(1), Cancellation));
                bench.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        Assert.Null(await bench.SqlStore.NextDueAsync(Cancellation));
        Assert.Equal(503, await bench.StatusAsync(id));
        Assert.Equal(0, await bench.Rows.ScalarAsync<int>("SELECT COUNT(*) FROM webhooks WHERE sealed_call IS NOT NULL"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(429)]
    public async Task Client_error_ends_the_call(int status)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        receiver.Answer = (context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await bench.StartAsync();

        var id = await bench.EnqueueAsync(Call(WebhookKind.Transcript, receiver.Url));

        Assert.Equal(new WebhookResult(WebhookVerdict.GivenUp, status), await bench.RecordedAsync());
        Assert.Null(await bench.SqlStore.NextDueAsync(Cancellation));
        Assert.Equal(status, await bench.StatusAsync(id));
    }

    [Fact]
    public async Task Redirect_is_not_followed_and_counts_as_a_failure()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        receiver.Answer = (context, _) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };
        await bench.StartAsync();

        await bench.EnqueueAsync(Call(WebhookKind.Transcript, $"{receiver.Url}/here"));

        Assert.Equal(new WebhookResult(WebhookVerdict.TryAgain, 307), await bench.RecordedAsync());
        Assert.Equal("/here", (await receiver.NextAsync()).Target);
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task Refused_connection_is_tried_again_without_status()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var bench = await WebhookBench.CreateAsync();
        await bench.StartAsync();

        var id = await bench.EnqueueAsync(Call(WebhookKind.Transcript, $"http://127.0.0.1:{port}/"));

        Assert.Equal(new WebhookResult(WebhookVerdict.TryAgain, null), await bench.RecordedAsync());
        Assert.Null(await bench.StatusAsync(id));
    }

    [Theory]
    [InlineData("http://127.0.0.9:{0}/")]
    [InlineData("http://user:secret@127.0.0.1:{0}/")]
    [InlineData("ftp://127.0.0.1:{0}/")]
    public async Task Address_that_may_not_be_reached_gets_no_call(string url)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        await bench.StartAsync();

        await bench.EnqueueAsync(Call(WebhookKind.Transcript, string.Format(null, url, new Uri(receiver.Url).Port)));

        Assert.Equal(new WebhookResult(WebhookVerdict.TryAgain, null), await bench.RecordedAsync());
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task Silent_receiver_is_tried_again_after_the_time_out()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        int calls = 0;
        receiver.Answer = (context, _) => Interlocked.Increment(ref calls) == 1
            ? Task.Delay(Timeout.Infinite, context.RequestAborted)
            : Task.CompletedTask;
        await bench.StartAsync();
        await bench.EnqueueAsync(Call(WebhookKind.Transcript, receiver.Url));
        await receiver.NextAsync();

        bench.Time.Advance(bench.Options.WebhookTimeout);

        Assert.Equal(new WebhookResult(WebhookVerdict.TryAgain, null), await bench.RecordedAsync());
        bench.Time.Advance(bench.Options.WebhookSpacing);
        Assert.Equal(new WebhookResult(WebhookVerdict.Delivered, 200), await bench.RecordedAsync());
    }

    [Fact]
    public async Task Endless_answer_is_not_read()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        receiver.Answer = async (context, _) =>
        {
            byte[] block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        };
        await bench.StartAsync();

        await bench.EnqueueAsync(Call(WebhookKind.Transcript, receiver.Url));

        Assert.Equal(new WebhookResult(WebhookVerdict.Delivered, 200), await bench.RecordedAsync());
    }

    [Fact]
    public async Task Stop_in_mid_attempt_gives_the_call_back_and_the_next_start_sends_the_same_bytes()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        int calls = 0;
        receiver.Answer = (context, _) => Interlocked.Increment(ref calls) == 1
            ? Task.Delay(Timeout.Infinite, context.RequestAborted)
            : Task.CompletedTask;
        await bench.StartAsync();
        await bench.EnqueueAsync(Call(WebhookKind.Audio, receiver.Url), Call(WebhookKind.Transcript, receiver.Url));
        Assert.Equal(s_audio, (await receiver.NextAsync()).Body);

        await bench.StopAsync();
        Assert.True(bench.Store.Released.TryRead(out _));
        await bench.StartAsync();

        Assert.Equal(s_audio, (await receiver.NextAsync()).Body);
        Assert.Equal(s_transcript, (await receiver.NextAsync()).Body);
    }

    [Fact]
    public async Task Call_taken_by_a_process_that_died_is_sent_when_its_lease_is_over()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await WebhookBench.CreateAsync();
        await bench.EnqueueAsync(Call(WebhookKind.Transcript, receiver.Url));
        Assert.Single(await bench.SqlStore.TakeDueAsync(10, TimeSpan.FromSeconds(40), Cancellation));
        await bench.StartAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(39));
        Assert.Empty(await bench.SqlStore.TakeDueAsync(10, TimeSpan.FromSeconds(40), Cancellation));

        bench.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(s_transcript, (await receiver.NextAsync()).Body);
        Assert.Equal(WebhookVerdict.Delivered, (await bench.RecordedAsync()).Verdict);
    }

    [Fact]
    public async Task Many_calls_run_beside_each_other_but_no_more_than_allowed()
    {
        await using var bench = await WebhookBench.CreateAsync();
        var sender = new CountingSender(bench.Options.MaxRunningWebhooks);
        for (int i = 0; i < 50; i++)
        {
            await bench.EnqueueAsync(Call(WebhookKind.Transcript, "http://127.0.0.1/"));
        }

        await bench.StartAsync(sender);
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal(WebhookVerdict.Delivered, (await bench.RecordedAsync()).Verdict);
        }

        Assert.Equal(bench.Options.MaxRunningWebhooks, sender.MostRunning);
    }

    private static WebhookCall Call(WebhookKind kind, string url) =>
        new(kind, url, new WebhookHeader("X-Secret", "open sesame"), kind == WebhookKind.Audio ? s_audio : s_transcript);

    /// <summary>Holds its calls until as many run as may.</summary>
    private sealed class CountingSender(int expected) : IWebhookSender
    {
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _lock = new();
        private int _running;

        public int MostRunning { get; private set; }

        public async Task<int?> SendAsync(WebhookCall call, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                MostRunning = Math.Max(MostRunning, ++_running);
                if (_running == expected)
                {
                    _full.TrySetResult();
                }
            }
            await _full.Task.WaitAsync(cancellationToken);
            await Task.Yield();
            lock (_lock)
            {
                _running--;
            }
            return 200;
        }
    }
}
