using System.Globalization;
using System.Text.RegularExpressions;
using Bleep.Pipeline;
using Bleep.Server.Metrics;
using Bleep.Server.Storage.Sql;
using Bleep.Server.Tests.Health;
using Bleep.Server.Tests.Storage;
using Bleep.Server.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Metrics;

public sealed partial class MetricsEndpointsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
    private TestDatabase _rows = null!;
    private TestServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ServerMetrics Metrics => _server.Services.GetRequiredService<ServerMetrics>();

    public async ValueTask InitializeAsync()
    {
        _rows = await TestDatabase.CreateAsync();
        _server = await TestServer.StartAsync(
            builder => builder.Services.AddServerMetrics().AddSingleton<TimeProvider>(_time).AddSingleton<IDatabase>(_rows.Database),
            app =>
            {
                app.UseServerMetrics();
                app.UseExceptionHandler(handler => handler.Run(_ => Task.CompletedTask));
                app.MapServerMetrics();
                app.MapGet("/broken/{id}", string (string id) => throw new InvalidOperationException(id));
                app.MapGet("/things/{id}", (string id) => id == "bad" ? Results.BadRequest() : Results.Ok());
            });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _rows.DisposeAsync();
    }

    [Fact]
    public async Task Jobs_stages_sound_and_webhooks_are_counted()
    {
        Metrics.JobEnded(JobEnd.Completed);
        Metrics.JobEnded(JobEnd.Completed);
        Metrics.JobEnded(JobEnd.Error);
        Metrics.StageEnded(RedactionStage.Listening, TimeSpan.FromSeconds(2));
        Metrics.StageEnded(RedactionStage.Listening, TimeSpan.FromSeconds(200));
        Metrics.AudioCompleted(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(25));
        Metrics.WebhookAttempted(WebhookVerdict.TryAgain);
        Metrics.WebhookAttempted(WebhookVerdict.GivenUp);

        string text = await ReadAsync();

        Assert.Contains("# TYPE bleep_jobs_total counter\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_jobs_total{status=\"completed\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_jobs_total{status=\"error\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE bleep_job_stage_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_job_stage_seconds_bucket{stage=\"listening\",le=\"1\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_job_stage_seconds_bucket{stage=\"listening\",le=\"3\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_job_stage_seconds_bucket{stage=\"listening\",le=\"+Inf\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_job_stage_seconds_sum{stage=\"listening\"} 202\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_audio_seconds_total 100\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_job_real_time_factor_sum 0.25\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_webhook_attempts_total{result=\"try_again\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_webhook_attempts_total{result=\"given_up\"} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queue_is_shown_as_it_stands()
    {
        Assert.Contains("bleep_queue_depth 0\n", await ReadAsync(), StringComparison.Ordinal);
        await _rows.AddTranscriptAsync("queued", createdAt: _time.GetUtcNow().AddSeconds(-90));
        await _rows.AddTranscriptAsync("queued", createdAt: _time.GetUtcNow().AddSeconds(-30));
        await _rows.AddTranscriptAsync("processing", createdAt: _time.GetUtcNow().AddSeconds(-900));
        await _rows.AddTranscriptAsync("completed", createdAt: _time.GetUtcNow().AddSeconds(-9000));

        string text = await ReadAsync();

        Assert.Contains("bleep_queue_depth 2\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_queue_running 1\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_queue_oldest_seconds 90\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE bleep_queue_depth gauge\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_counted_by_route_never_by_path()
    {
        for (int i = 0; i < 3; i++)
        {
            using var good = await _server.Client.GetAsync($"/things/PLANTED{i}?key=PLANTED", Cancellation);
        }
        using var bad = await _server.Client.GetAsync("/things/bad", Cancellation);
        using var broken = await _server.Client.GetAsync("/broken/PLANTED", Cancellation);
        using var none = await _server.Client.GetAsync("/PLANTED", Cancellation);

        string text = await ReadAsync();

        Assert.Contains("bleep_http_request_seconds_count{route=\"/things/{id}\",status=\"200\"} 3\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_http_request_seconds_count{route=\"/things/{id}\",status=\"400\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_http_request_seconds_count{route=\"/broken/{id}\",status=\"500\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("bleep_http_request_seconds_count{route=\"none\",status=\"404\"} 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_has_the_format_of_prometheus()
    {
        Metrics.JobEnded(JobEnd.Completed);
        Metrics.StageEnded(RedactionStage.Masking, TimeSpan.FromMilliseconds(1234));
        await ReadAsync();
        using var answer = await _server.Client.GetAsync("/metrics", Cancellation);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            Assert.Matches(Line(), line);
        }
    }

    [Fact]
    public void Labels_without_end_are_counted_together()
    {
        using var metrics = new ServerMetrics();
        using var exporter = new PrometheusExporter(metrics);

        for (int i = 0; i < 5000; i++)
        {
            metrics.Removed(i.ToString(CultureInfo.InvariantCulture), 1);
        }

        string[] lines = exporter.Write().Split('\n');
        Assert.Equal(1001, lines.Count(line => line.StartsWith("bleep_retention_removed_total{", StringComparison.Ordinal)));
        Assert.Contains("bleep_retention_removed_total{overflow=\"true\"} 4000", lines);
    }

    [Fact]
    public void Two_servers_in_one_process_count_apart()
    {
        using var one = new ServerMetrics();
        using var other = new ServerMetrics();
        using var exporter = new PrometheusExporter(one);

        other.JobEnded(JobEnd.Completed);

        Assert.DoesNotContain("bleep_jobs", exporter.Write(), StringComparison.Ordinal);
    }

    private Task<string> ReadAsync() => _server.Client.GetStringAsync("/metrics", Cancellation);

    [GeneratedRegex("""^(# HELP [a-z_]+ .+|# TYPE [a-z_]+ (counter|gauge|histogram)|[a-z_]+(\{[a-z_]+="[^"\n]*"(,[a-z_]+="[^"\n]*")*\})? [-+0-9.eE]+)$""")]
    private static partial Regex Line();
}
