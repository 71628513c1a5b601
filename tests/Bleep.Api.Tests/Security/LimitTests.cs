using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Security;

/// <summary>What a key may ask for, and what belongs to which key.</summary>
public sealed class LimitTests : IDisposable
{
    private const int MiB = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_have_limits_and_see_nothing_of_each_other()
    {
        await using var site = await LocalSite.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            _folder["data"], "--jobs", "1", "--max-queued", "2", "--max-upload", "1", "--max-json", "64", "--disk-quota", "2");
        using var other = new ApiClient(server.Url, await NewKeyAsync());

        await UploadsAreBoundedAsync(server.Client);
        await JsonIsBoundedAsync(server.Client);
        string upload = await server.Client.UploadAsync(new byte[MiB / 2]);
        await QueueIsBoundedAsync(server.Client, other, site);
        await DiskIsBoundedAsync(server.Client, other);
        await OthersSeeNothingAsync(server.Client, other, upload);
    }

    [Fact]
    public async Task Requests_per_minute_are_bounded_for_each_key()
    {
        await using var server = await ServerProcess.StartAsync(_folder["data"], "--max-requests", "12");
        using var other = new ApiClient(server.Url, await NewKeyAsync());
        HttpResponseMessage? refused = null;
        for (int request = 0; request < 13 && refused is null; request++)
        {
            var answer = await server.Client.Http.GetAsync("v2/transcript", Token);
            refused = (int)answer.StatusCode == 429 ? answer : null;
        }

        Assert.NotNull(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await AssertErrorAsync(refused, 429);
        await other.GetAsync("v2/transcript");
        refused.Dispose();
    }

    [Fact]
    public async Task Server_without_keys_answers_its_own_hosts_and_pages_only()
    {
        await using var server = await ServerProcess.StartAsync(_folder["data"], "--no-auth", "--allow-host", "bleep.test");
        Assert.Equal("", server.Key);
        Assert.False(File.Exists(_folder["data/first-key"]));

        Assert.Equal(200, await AskAsync(null, null));
        Assert.Equal(200, await AskAsync("localhost", null));
        Assert.Equal(200, await AskAsync("bleep.test", null));
        Assert.Equal(200, await AskAsync(null, server.Url.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(421, await AskAsync("evil.test", null));
        Assert.Equal(421, await AskAsync("127.0.0.1.evil.test", null));
        Assert.Equal(403, await AskAsync(null, "http://evil.test"));
        Assert.Equal(403, await AskAsync(null, "null"));
        Assert.Equal(403, await AskAsync(null, "http://127.0.0.1:1"));

        async Task<int> AskAsync(string? host, string? origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "v2/transcript");
            request.Headers.Host = host;
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }
            using var response = await server.Client.Http.SendAsync(request, Token);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
            if (!response.IsSuccessStatusCode)
            {
                await AssertErrorAsync(response, (int)response.StatusCode);
            }
            return (int)response.StatusCode;
        }
    }

    [Theory]
    [InlineData("0.0.0.0:0")]
    [InlineData("[::]:0")]
    [InlineData("192.0.2.1:0")]
    public async Task Serve_without_keys_beyond_this_machine_is_refused(string listen)
    {
        var run = await ProgramRun.RunAsync(
            ServerProcess.Program, ["serve", "--listen", listen, "--no-auth", "--data", _folder["data"], "--key-file", _folder["keys.json"]],
            cancellationToken: Token);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--no-auth", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-upload")]
    [InlineData("--max-download")]
    [InlineData("--max-json")]
    [InlineData("--max-queued")]
    [InlineData("--max-requests")]
    public async Task Serve_with_a_limit_of_nothing_is_refused(string option)
    {
        var run = await ProgramRun.RunAsync(ServerProcess.Program, ["serve", option, "0", "--data", _folder["data"]], cancellationToken: Token);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_learn_nothing()
    {
        await using var server = await ServerProcess.StartAsync(_folder["data"]);
        foreach (string key in (string[])["", "wrong", "bleep_", $"{server.Key}x", server.Key[..^1], $"Basic {server.Key}"])
        {
            using var stranger = new HttpClient { BaseAddress = server.Url };
            if (key.Length > 0)
            {
                stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", key);
            }
            foreach (string path in (string[])["v2/transcript", "v2/nothing", "metrics", "openapi.json", "", "v2/transcript/x/srt"])
            {
                using var response = await stranger.GetAsync(path, Token);
                await AssertErrorAsync(response, 401);
            }
        }
        using var bearer = new HttpClient { BaseAddress = server.Url };
        bearer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        using var known = await bearer.GetAsync("v2/transcript", Token);
        Assert.Equal(200, (int)known.StatusCode);
    }

    [Fact]
    public async Task Links_are_built_from_the_public_address_alone()
    {
        await using var server = await ServerProcess.StartAsync(_folder["data"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "v2/upload") { Content = new ByteArrayContent([1, 2, 3]) };
        request.Headers.Host = "evil.test";
        request.Headers.Add("X-Forwarded-Host", "evil.test");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Forwarded", "host=evil.test;proto=https");

        using var response = await server.Client.Http.SendAsync(request, Token);

        string url = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["upload_url"]!.GetValue<string>();
        Assert.StartsWith(server.Url.ToString(), url, StringComparison.Ordinal);
        using var direct = await server.Client.Http.GetAsync(url, Token);
        Assert.InRange((int)direct.StatusCode, 400, 499);
    }

    private static async Task UploadsAreBoundedAsync(ApiClient client)
    {
        await AssertErrorAsync(await client.Http.PostAsync("v2/upload", new ByteArrayContent(new byte[MiB + 1]), Token), 413);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "v2/upload") { Content = new ByteArrayContent(new byte[MiB + 1]) };
        chunked.Headers.TransferEncodingChunked = true;
        await AssertErrorAsync(await client.Http.SendAsync(chunked, Token), 413);
        await AssertErrorAsync(await client.Http.PostAsync("v2/upload", new ByteArrayContent([]), Token), 400);
    }

    private static async Task JsonIsBoundedAsync(ApiClient client) => await AssertErrorAsync(
        await client.Http.PostAsync("v2/transcript", new StringContent($"{{\"audio_url\":\"{new string('a', 70_000)}\"}}"), Token), 413);

    private static async Task QueueIsBoundedAsync(ApiClient client, ApiClient other, LocalSite site)
    {
        var request = new JsonObject { ["audio_url"] = site.Hang("/never.wav") };
        await client.SubmitAsync(request);
        await site.WaitForAsync(asked => asked.Path == "/never.wav");
        await client.SubmitAsync(request);
        await client.SubmitAsync(request);
        await AssertErrorAsync(await client.Http.PostAsync("v2/transcript", new StringContent(request.ToJsonString()), Token), 429);
        // The other key's place in the queue is its own.
        await other.SubmitAsync(request);
    }

    private static async Task DiskIsBoundedAsync(ApiClient client, ApiClient other)
    {
        await client.UploadAsync(new byte[MiB]);
        await AssertErrorAsync(await other.Http.PostAsync("v2/upload", new ByteArrayContent(new byte[MiB]), Token), 507);
        await other.UploadAsync(new byte[1000]);
    }

    private static async Task OthersSeeNothingAsync(ApiClient client, ApiClient other, string upload)
    {
        var mine = (await client.GetAsync("v2/transcript"))["transcripts"]!.AsArray();
        Assert.Equal(3, mine.Count);
        Assert.Single((await other.GetAsync("v2/transcript"))["transcripts"]!.AsArray());
        string id = mine[0]!["id"]!.GetValue<string>();
        string unknown = Guid.NewGuid().ToString();
        foreach (string part in (string[])["", "/sentences", "/paragraphs", "/srt", "/vtt", "/word-search?words=a", "/redacted-audio", "/redacted-video", "/redactions"])
        {
            using var foreign = await other.Http.GetAsync($"v2/transcript/{id}{part}", Token);
            using var none = await other.Http.GetAsync($"v2/transcript/{unknown}{part}", Token);
            Assert.Equal(400, (int)foreign.StatusCode);
            Assert.Equal(await none.Content.ReadAsStringAsync(Token), await foreign.Content.ReadAsStringAsync(Token));
        }
        await AssertErrorAsync(await other.Http.DeleteAsync($"v2/transcript/{id}", Token), 400);
        await AssertErrorAsync(await other.Http.GetAsync($"v2/transcript?before_id={id}", Token), 400);
        await AssertErrorAsync(await other.Http.GetAsync($"v2/transcript?after_id={id}", Token), 400);
        // Frees the only place where jobs run, so that the next ones end.
        foreach (var transcript in mine)
        {
            using var deleted = await client.Http.DeleteAsync($"v2/transcript/{transcript!["id"]}", Token);
            Assert.Equal(200, (int)deleted.StatusCode);
        }
        var stuck = (await other.GetAsync("v2/transcript"))["transcripts"]![0]!["id"]!.GetValue<string>();
        using var freed = await other.Http.DeleteAsync($"v2/transcript/{stuck}", Token);
        var stolen = await other.WaitAsync((await other.SubmitAsync(new() { ["audio_url"] = upload }))["id"]!.GetValue<string>());
        Assert.Equal($"Download error, unable to download {upload}. Please make sure the file exists and is accessible from the internet.", stolen["error"]!.GetValue<string>());
        // The owner's job reads it, and finds that it is no recording.
        var own = await client.WaitAsync((await client.SubmitAsync(new() { ["audio_url"] = upload }))["id"]!.GetValue<string>());
        Assert.StartsWith("File does not appear to contain audio.", own["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, int status)
    {
        string body = await response.Content.ReadAsStringAsync(Token);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {body}");
        Assert.False(string.IsNullOrEmpty(JsonNode.Parse(body)!["error"]!.GetValue<string>()));
    }

    private async Task<string> NewKeyAsync()
    {
        var run = await ProgramRun.RunAsync(ServerProcess.Program, ["keys", "create", "--name", "other", "--data", _folder["data"]], cancellationToken: Token);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim();
    }
}
