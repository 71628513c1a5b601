using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;
using Bleep.Testing.Processes;
using Bleep.Testing.Sound;

namespace Bleep.Api.Tests.Robustness;

/// <summary>A server that is killed at any moment loses no job that it accepted and leaves nothing behind.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Seed = 7;
    private const int SampleRateHz = 16_000;
    private const int MaxLooks = 300;

    // A second attempt of a webhook call waits until the lease of the one that died is over.
    private static readonly string[] s_arguments = ["--jobs", "2", "--webhook-spacing", "0.5"];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 600_000)]
    public Task Killed_server_ends_every_accepted_job_once() => KillAsync(rounds: 4);

    [Fact]
    [Trait("Category", "Soak")]
    public Task Server_killed_often_ends_every_accepted_job_once() => KillAsync(rounds: 40);

    [Fact]
    public async Task Job_that_was_begun_too_often_errs()
    {
        await using var site = await LocalSite.StartAsync();
        string never = site.Hang("/never.wav");
        string? id = null;
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            await using var server = await StartAsync();
            id ??= (await server.Client.SubmitAsync(new() { ["audio_url"] = never, ["webhook_url"] = $"{site.Url}/hook" }))["id"]!.GetValue<string>();
            int begun = attempt;
            while (site.Requests.Count(request => request.Path == "/never.wav") < begun)
            {
                await Task.Delay(50, Token);
            }
            await server.KillAsync();
        }

        await using var last = await StartAsync();
        var transcript = await last.Client.WaitAsync(id!);

        Assert.Equal("error", transcript["status"]!.GetValue<string>());
        Assert.Equal("Server error, developers have been alerted.", transcript["error"]!.GetValue<string>());
        var call = await site.WaitForAsync(request => request.Path == "/hook");
        Assert.Equal("error", JsonNode.Parse(call.Body)!["status"]!.GetValue<string>());
        Assert.Equal(3, site.Requests.Count(request => request.Path == "/never.wav"));
    }

    [Fact]
    public async Task Restarts_in_peace_use_up_no_attempts()
    {
        await using var site = await LocalSite.StartAsync();
        string address = site.Hang("/call.wav");
        string? id = null;
        for (int restart = 1; restart <= 4; restart++)
        {
            await using var server = await StartAsync();
            id ??= (await server.Client.SubmitAsync(new() { ["audio_url"] = address }))["id"]!.GetValue<string>();
            int begun = restart;
            while (site.Requests.Count(request => request.Path == "/call.wav") < begun)
            {
                await Task.Delay(50, Token);
            }
            await server.StopAsync();
        }
        site.Serve("/call.wav", WavBytes.Of(new short[SampleRateHz / 2]));

        await using var last = await StartAsync();

        Assert.Equal("completed", (await last.Client.WaitAsync(id!))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Interrupt_that_reaches_the_engine_first_does_not_fail_the_job()
    {
        byte[] speech = await SpeechAsync();
        string id;
        await using (var server = await StartAsync())
        {
            id = (await server.Client.SubmitAsync(new() { ["audio_url"] = await server.Client.UploadAsync(speech) }))["id"]!.GetValue<string>();
            while ((await server.Client.GetAsync($"v2/transcript/{id}"))["status"]!.GetValue<string>() == "queued")
            {
                await Task.Delay(20, Token);
            }
            // As a terminal does on Ctrl-C: all processes of the group, in any order.
            string[] processes = [.. ChildrenOf(server.ProcessId).Append(server.ProcessId).Select(process => $"{process}")];
            await ProgramRun.RunAsync("kill", ["-INT", .. processes], cancellationToken: Token);
            await server.StopAsync();
        }

        await using var next = await StartAsync();
        var transcript = await next.Client.WaitAsync(id);

        Assert.Equal("completed", transcript["status"]!.GetValue<string>());
        Assert.NotEqual("", transcript["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Deleted_job_stops_at_once_and_makes_room()
    {
        await using var site = await LocalSite.StartAsync();
        await using var server = await ServerProcess.StartAsync(_folder["data"], "--jobs", "1");
        var stuck = await server.Client.SubmitAsync(new() { ["audio_url"] = site.Hang("/never.wav") });
        await site.WaitForAsync(request => request.Path == "/never.wav");
        var next = await server.Client.SubmitAsync(new() { ["audio_url"] = RobustServer.Nowhere });

        using var deleted = await server.Client.Http.DeleteAsync($"v2/transcript/{stuck["id"]}", Token);

        Assert.Equal(200, (int)deleted.StatusCode);
        Assert.Equal("error", (await server.Client.WaitAsync(next["id"]!.GetValue<string>()))["status"]!.GetValue<string>());
        Assert.Equal("Deleted by user.", (await server.Client.GetAsync($"v2/transcript/{stuck["id"]}"))["text"]!.GetValue<string>());
    }

    private async Task KillAsync(int rounds)
    {
        var random = new Random(Seed);
        byte[] silence = WavBytes.Of(new short[SampleRateHz / 2]);
        byte[] speech = await SpeechAsync();
        await using var site = await LocalSite.StartAsync();
        var accepted = new List<(string Id, string Hook)>();
        for (int round = 0; round < rounds; round++)
        {
            await using var server = await StartAsync();
            var submitting = SubmitAsync(server, site, round % 2 == 0 ? [silence, speech] : [silence, silence, speech], accepted);
            await Task.Delay(random.Next(200, 4000), Token);
            var children = ChildrenOf(server.ProcessId);
            await server.KillAsync();
            await submitting;
            await WaitForEndAsync(children);
        }
        Assert.NotEmpty(accepted);

        var ends = new Dictionary<string, string>();
        await using (var server = await StartAsync())
        {
            foreach ((string id, string hook) in accepted)
            {
                ends[id] = Show(await server.Client.WaitAsync(id));
                await site.WaitForAsync(request => request.Path == hook && BodyOf(request).ContainsKey("transcript_id"));
            }
            while ((await NamesAsync("SELECT id FROM transcripts WHERE status IN ('queued', 'processing')")).Count > 0)
            {
                await Task.Delay(100, Token);
            }
            await server.KillAsync();
        }
        AssertCalls(site, accepted, ends);
        Assert.Contains(ends.Values, end => end.Contains("completed", StringComparison.Ordinal));

        // All that is left is made old; what a crash left is then past its time, and the first run of the janitor removes it.
        await AgeAsync();
        await using (var server = await StartAsync())
        {
            foreach ((string id, _) in accepted)
            {
                Assert.Equal(ends[id], Show(await server.Client.GetAsync($"v2/transcript/{id}")));
            }
            var expected = await ExpectedFilesAsync();
            for (int looks = 0; looks < MaxLooks && !Files().SetEquals(expected); looks++)
            {
                await Task.Delay(200, Token);
            }
            Assert.Equal(expected.Order(), Files().Order());
            Assert.Empty(Directory.EnumerateFiles(_folder["data/tmp"]));
            Assert.Empty(await NamesAsync("SELECT id FROM uploads"));
        }
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder["tmp"]), path => !IsOfRuntime(Path.GetFileName(path)));
    }

    private Task<ServerProcess> StartAsync()
    {
        Directory.CreateDirectory(_folder["tmp"]);
        return ServerProcess.StartAsync(_folder["data"], new Dictionary<string, string?> { ["TMPDIR"] = _folder["tmp"] }, s_arguments);
    }

    // Goes on until the server is gone; what it said yes to before that must be done.
    private static async Task SubmitAsync(ServerProcess server, LocalSite site, byte[][] recordings, List<(string, string)> accepted)
    {
        try
        {
            foreach (byte[] recording in recordings)
            {
                // Of its own even where nobody will know that the job was accepted.
                string hook = $"/hook/{Guid.NewGuid():N}";
                var request = new JsonObject
                {
                    ["audio_url"] = await server.Client.UploadAsync(recording),
                    ["redact_pii"] = true,
                    ["redact_pii_audio"] = true,
                    ["redact_pii_audio_options"] = new JsonObject { ["return_redacted_no_speech_audio"] = true },
                    ["webhook_url"] = site.Url + hook,
                };
                accepted.Add(((await server.Client.SubmitAsync(request))["id"]!.GetValue<string>(), hook));
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    private static void AssertCalls(LocalSite site, List<(string Id, string Hook)> accepted, Dictionary<string, string> ends)
    {
        foreach ((string id, string hook) in accepted)
        {
            // A receiver may be told twice, but never two different things.
            var bodies = site.Requests.Where(request => request.Path == hook).GroupBy(request => BodyOf(request).ContainsKey("transcript_id")).ToList();
            Assert.All(bodies, calls => Assert.Single(calls.Select(call => Convert.ToHexString(call.Body)).Distinct()));
            var told = BodyOf(bodies.Single(calls => calls.Key).First());
            Assert.Equal(id, told["transcript_id"]!.GetValue<string>());
            Assert.StartsWith(told["status"]!.GetValue<string>(), ends[id], StringComparison.Ordinal);
        }
    }

    private static JsonObject BodyOf(SiteRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    private static List<int> ChildrenOf(int process) => !OperatingSystem.IsLinux() ? [] :
    [
        .. Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => ReadChildren(Path.Combine(thread, "children"))),
    ];

    private static IEnumerable<int> ReadChildren(string file)
    {
        try
        {
            return File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return []; // The thread has ended.
        }
    }

    // Engine hosts and ffmpeg hold what was said; they must not outlive the server.
    private static async Task WaitForEndAsync(List<int> processes)
    {
        for (int looks = 0; looks < MaxLooks && processes.Exists(IsAlive); looks++)
        {
            await Task.Delay(200, Token);
        }
        Assert.DoesNotContain(processes, IsAlive);
    }

    private static bool IsAlive(int process)
    {
        try
        {
            // Nobody may collect it here, so one that has ended may stay as a zombie.
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    // What must not change once a job has ended.
    private static string Show(JsonObject transcript) => $"{transcript["status"]} {transcript["text"]} {transcript["error"]}";

    private static bool IsOfRuntime(string name) =>
        name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) || name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal);

    private HashSet<string> Files() =>
    [
        .. Directory.EnumerateFiles(_folder["data/blobs"], "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)))}/{Path.GetFileName(path)}"),
    ];

    // Of all jobs, those too whose acceptance nobody got to know.
    private async Task<HashSet<string>> ExpectedFilesAsync()
    {
        var expected = new HashSet<string>();
        foreach (string id in await NamesAsync("SELECT id FROM transcripts WHERE status = 'completed'"))
        {
            string name = Guid.Parse(id).ToString("N");
            expected.Add($"results/{name}");
            expected.Add($"audio/{name}");
        }
        return expected;
    }

    private async Task AgeAsync()
    {
        foreach (string file in Directory.EnumerateFiles(_folder["data/blobs"], "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file) - TimeSpan.FromDays(2));
        }
        await NamesAsync("UPDATE uploads SET created_at = created_at - 2 * 86400000 RETURNING id");
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder["data/bleep.db"]};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Token);
        var names = new List<string>();
        while (await reader.ReadAsync(Token))
        {
            names.Add(reader.GetString(0));
        }
        return names;
    }

    private async Task<byte[]> SpeechAsync()
    {
        var run = await ProgramRun.RunAsync(
            "flite", ["-voice", "rms", "-t", "my name is john lowery and my number is six one zero two six five", "-o", _folder["speech.wav"]],
            cancellationToken: Token);
        Assert.True(run.ExitCode == 0, run.Error);
        return await File.ReadAllBytesAsync(_folder["speech.wav"], Token);
    }
}
