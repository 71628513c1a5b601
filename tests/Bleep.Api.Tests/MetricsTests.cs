using Bleep.Api.Tests.Fixtures;

namespace Bleep.Api.Tests;

/// <summary>What a server counts of its jobs.</summary>
[Collection(SharedServerTests.Name)]
public sealed class MetricsTests(SharedServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_afterJobs_countThemAndTheirStages()
    {
        var before = await ReadAsync();
        var done = await server.Client.TranscribeAsync(await File.ReadAllBytesAsync(server.Recordings.Silence, Token));
        Assert.Equal("completed", (string?)done["status"]);
        var failed = await server.Client.TranscribeAsync("no sound"u8.ToArray());
        Assert.Equal("error", (string?)failed["status"]);
        // Counted a moment after the end is stored.
        IReadOnlyDictionary<string, double> after;
        do
        {
            after = await ReadAsync();
        }
        while (Grown("bleep_jobs_total{status=\"completed\"}") < 1 || Grown("bleep_jobs_total{status=\"error\"}") < 1);
        Assert.True(Grown("bleep_audio_seconds_total") >= 2);
        foreach (string stage in (string[])["opening", "listening", "detecting", "writing"])
        {
            Assert.True(Grown($"bleep_job_stage_seconds_count{{stage=\"{stage}\"}}") >= 1, stage);
        }
        Assert.True(Grown("bleep_job_real_time_factor_count") >= 1);

        double Grown(string series) => after.GetValueOrDefault(series) - before.GetValueOrDefault(series);
    }

    private async Task<IReadOnlyDictionary<string, double>> ReadAsync()
    {
        string text = await server.Client.Http.GetStringAsync("metrics", Token);
        return text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToDictionary(
            line => line[..line.LastIndexOf(' ')],
            line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }
}
