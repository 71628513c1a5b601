using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Soak;

/// <summary>Many clients at once while jobs run: nobody is refused, nobody waits unfairly, and memory does not grow.</summary>
[Trait("Category", "Soak")]
public sealed class ConcurrencyTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 200;
    private const int Rounds = 5;
    private const int SubmissionsEach = 5;
    private const int PollsEach = 20;
    private const int MaxTailRatio = 50;
    private const long GrowthBytes = 64L << 20;

    private static readonly TimeSpan s_pollSpacing = TimeSpan.FromMilliseconds(500);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_hundred_clients_submit_and_poll_while_jobs_run()
    {
        await using var server = await ServerProcess.StartAsync(_folder["data"], "--jobs", "2");
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Clients };
        using var http = new HttpClient(handler) { BaseAddress = server.Url, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", server.Key);
        string speech = await SpeechAsync();
        var bench = new Bench(http, speech);

        await bench.RoundAsync();
        await bench.RoundAsync();
        var warm = bench.Take();
        long memoryWarm = ResidentBytes(server.ProcessId);
        var memory = new List<long> { memoryWarm };
        for (int round = 0; round < Rounds; round++)
        {
            await bench.RoundAsync();
            memory.Add(ResidentBytes(server.ProcessId));
        }
        var measured = bench.Take();
        long memoryAfter = memory[^1];

        var median = Percentile(measured, 0.5);
        var tail = Percentile(measured, 0.99);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{warm.Length + measured.Length} GETs; median {median.TotalMilliseconds:0.0} ms, p99 {tail.TotalMilliseconds:0.0} ms, "
                + $"server {string.Join(", ", memory.Select(bytes => bytes >> 20))} MB round by round; {bench.Completed} of {bench.Submitted} jobs done"));
        Assert.True(bench.Errors.IsEmpty, string.Join('\n', bench.Errors.Take(10)));
        Assert.True(bench.Completed > 0, "no job ran beside the clients");
        Assert.True(tail < median * MaxTailRatio, $"p99 {tail} is more than {MaxTailRatio} times the median {median}");
        Assert.True(memoryAfter - memoryWarm < GrowthBytes, $"{memoryWarm >> 20} MB grew to {memoryAfter >> 20} MB");
        Assert.DoesNotContain("fail:", server.Log, StringComparison.Ordinal);
    }

    private async Task<string> SpeechAsync()
    {
        var run = await ProgramRun.RunAsync(
            "flite", ["-voice", "rms", "-t", "my name is john lowery and my number is six one zero two six five", "-o", _folder["speech.wav"]],
            cancellationToken: Token);
        Assert.True(run.ExitCode == 0, run.Error);
        return _folder["speech.wav"];
    }

    private static TimeSpan Percentile(IReadOnlyCollection<TimeSpan> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }

    private static long ResidentBytes(int process)
    {
        using var server = Process.GetProcessById(process);
        return server.WorkingSet64;
    }

    private sealed class Bench(HttpClient http, string speech)
    {
        private readonly ConcurrentBag<TimeSpan> _times = [];
        private readonly ConcurrentDictionary<string, bool> _done = new();
        private int _submitted;

        public ConcurrentQueue<string> Errors { get; } = new();

        public int Submitted => _submitted;

        public int Completed => _done.Count;

        public TimeSpan[] Take()
        {
            var times = _times.ToArray();
            _times.Clear();
            return times;
        }

        public Task RoundAsync() => Task.WhenAll(Enumerable.Range(0, Clients).Select(ClientAsync));

        private async Task ClientAsync(int number)
        {
            // Most clients send recordings that lead nowhere, so that what is measured is the server and not the engine.
            bool speaks = number % 20 == 0;
            var ids = new List<string>();
            for (int index = 0; index < SubmissionsEach; index++)
            {
                string address = speaks && index == 0 ? await UploadAsync() : "http://127.0.0.1:1/call.wav";
                if (await PostAsync(address) is { } id)
                {
                    ids.Add(id);
                }
            }
            for (int poll = 0; poll < PollsEach && ids.Count > 0; poll++)
            {
                await PollAsync(ids[poll % ids.Count]);
                await Task.Delay(s_pollSpacing, Token);
            }
        }

        private async Task<string> UploadAsync()
        {
            using var response = await http.PostAsync("v2/upload", new ByteArrayContent(await File.ReadAllBytesAsync(speech, Token)), Token);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["upload_url"]!.GetValue<string>();
        }

        private async Task<string?> PostAsync(string address)
        {
            using var response = await http.PostAsJsonAsync("v2/transcript", new JsonObject { ["audio_url"] = address, ["redact_pii"] = true }, Token);
            string body = await response.Content.ReadAsStringAsync(Token);
            if ((int)response.StatusCode != 200)
            {
                Errors.Enqueue($"POST {(int)response.StatusCode} {body}");
                return null;
            }
            Interlocked.Increment(ref _submitted);
            return JsonNode.Parse(body)!["id"]!.GetValue<string>();
        }

        private async Task PollAsync(string id)
        {
            long start = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync($"v2/transcript/{id}", Token);
            string body = await response.Content.ReadAsStringAsync(Token);
            _times.Add(Stopwatch.GetElapsedTime(start));
            if ((int)response.StatusCode != 200)
            {
                Errors.Enqueue($"GET {(int)response.StatusCode} {body}");
            }
            else if (JsonNode.Parse(body)!["status"]!.GetValue<string>() is "completed" or "error")
            {
                _done[id] = true;
            }
        }
    }
}
