using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Security;

/// <summary>Values planted in requests and recordings stand in nothing that the server says, writes down or calls, in whatever form.</summary>
public sealed class PlantedValueTests : IDisposable
{
    private const string Term = "hyperfrobnicator";
    private const string Pattern = "zanzibarium[0-9]+";
    private const string Allowed = "wollongondola";
    private const string HeaderValue = "Qx7vulpecularium";
    private const string Title = "tagmoribundus";
    private const string Query = "queryxylophagous";
    private const string Keyterm = "keytermoblivion";
    private const string HookQuery = "hookpterodactyl";

    // What a voice says; the engine hears all of it, as the test makes sure.
    private const string SpokenNumber = "six one zero two six five";
    private const string WrittenNumber = "610265";
    private const string WrittenPhone = "610-265";

    // Never told by anybody.
    private static readonly PlantedValues s_secret = new(
        Term, "zanzibarium", Pattern, Allowed, HeaderValue, Title, SpokenNumber, WrittenNumber, WrittenPhone);

    // Told to nobody but the client that sent them, which reads them again in its transcript.
    private static readonly PlantedValues s_echoed = new(Query, Keyterm, HookQuery);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Server_tells_no_planted_value_anywhere()
    {
        await using var site = await LocalSite.StartAsync();
        await using var server = await ServerProcess.StartAsync(_folder["data"], "--webhook-spacing", "0.2");
        byte[] recording = await RecordingAsync();
        string address = $"{site.Serve("/call.mp3", recording)}?token={Query}";

        var heard = await RunAsync(server, site, address, new JsonObject());
        var redacted = await RunAsync(server, site, address, Request("hash"));
        var named = await RunAsync(server, site, await server.Client.UploadAsync(recording), Request("entity_name"));
        var kept = await RunAsync(server, site, address, Request("hash", keepsUnredacted: true));
        var failed = await RunAsync(server, site, $"{site.Url}/nothing.wav?token={Query}", Request("hash"));

        // The number is in the recording and is heard, so that it is not there afterwards means something.
        Assert.NotNull(s_secret.FindIn(heard.Text));
        Assert.NotNull(s_secret.FindIn(kept["unredacted_text"]!.GetValue<string>()));
        Assert.Equal("error", failed.Status);
        string id = redacted.Id;
        Assert.Contains("###", redacted.Text, StringComparison.Ordinal);
        Assert.Contains("[", named.Text, StringComparison.Ordinal);
        foreach (string part in (string[])["", "/sentences", "/paragraphs", "/srt", "/vtt", "/redactions", "/redacted-audio", "/word-search?words=the,my"])
        {
            await AssertCleanAsync(server, $"v2/transcript/{id}{part}", isEcho: part.Length == 0);
            await AssertCleanAsync(server, $"v2/transcript/{named.Id}{part}", isEcho: part.Length == 0);
            await AssertCleanAsync(server, $"v2/transcript/{failed.Id}{part}", isEcho: part.Length == 0);
        }
        foreach (string path in (string[])["v2/transcript", "metrics", "openapi.json", "health/live", "health/ready", $"v2/{Term}", $"v2/transcript/{Term}"])
        {
            await AssertCleanAsync(server, path, isEcho: path == "v2/transcript");
        }
        await AssertMediaCleanAsync(server, id);
        await AssertMediaCleanAsync(server, named.Id);
        await AssertTextCleanAsync(server);
        await AssertRefusalsCleanAsync(server);
        AssertWebhooksClean(site);
        // While it runs: the write-ahead log and what is half written are looked at too.
        AssertFilesClean(_folder["data"]);
        using var deleted = await server.Client.Http.DeleteAsync($"v2/transcript/{kept.Id}", Token);
        AssertClean("deletion", await deleted.Content.ReadAsByteArrayAsync(Token), isEcho: false);
        AssertFilesClean(_folder["data"]);
        AssertClean("log", Encoding.UTF8.GetBytes(server.Log), isEcho: false);
        Assert.NotEmpty(server.Log);
    }

    private static JsonObject Request(string substitution, bool keepsUnredacted = false) => new()
    {
        ["redact_pii"] = true,
        ["redact_pii_sub"] = substitution,
        ["redact_pii_audio"] = true,
        ["redact_pii_return_unredacted"] = keepsUnredacted,
        ["entity_detection"] = !keepsUnredacted,
        ["redact_static_entities"] = new JsonObject { ["PRODUCT"] = new JsonArray(Term, SpokenNumber) },
        ["redact_pii_custom"] = new JsonObject { ["TICKET"] = new JsonArray(Pattern) },
        ["redact_pii_allow"] = new JsonArray(Allowed),
        ["keyterms_prompt"] = new JsonArray(Keyterm),
    };

    private static async Task<Ended> RunAsync(ServerProcess server, LocalSite site, string address, JsonObject request)
    {
        request["audio_url"] = address;
        request["webhook_url"] = $"{site.Url}/hook?token={HookQuery}";
        request["webhook_auth_header_name"] = "X-Secret";
        request["webhook_auth_header_value"] = HeaderValue;
        string id = (await server.Client.SubmitAsync(request))["id"]!.GetValue<string>();
        var transcript = await server.Client.WaitAsync(id);
        await site.WaitForAsync(call => call.Path == "/hook" && Encoding.UTF8.GetString(call.Body).Contains(id, StringComparison.Ordinal));
        return new Ended(id, transcript);
    }

    private static async Task AssertCleanAsync(ServerProcess server, string path, bool isEcho)
    {
        using var response = await server.Client.Http.GetAsync(path, Token);
        string headers = $"{response.Headers}{response.Content.Headers}";
        AssertClean($"{path} headers", Encoding.UTF8.GetBytes(headers), isEcho: false);
        AssertClean(path, await response.Content.ReadAsByteArrayAsync(Token), isEcho);
    }

    private static async Task AssertMediaCleanAsync(ServerProcess server, string id)
    {
        var answer = await server.Client.GetAsync($"v2/transcript/{id}/redacted-audio");
        byte[] media = await server.Client.Http.GetByteArrayAsync(answer["redacted_audio_url"]!.GetValue<string>(), Token);
        Assert.NotEmpty(media);
        AssertClean("redacted sound", media, isEcho: false);
    }

    private static async Task AssertTextCleanAsync(ServerProcess server)
    {
        using var response = await server.Client.Http.PostAsJsonAsync(
            "v2/redact-text",
            new JsonObject
            {
                ["text"] = $"the {Term} and the {Term.ToUpperInvariant()}, zanzibarium77 and the number {WrittenNumber}",
                ["redact_static_entities"] = new JsonObject { ["PRODUCT"] = new JsonArray(Term, WrittenNumber) },
                ["redact_pii_custom"] = new JsonObject { ["TICKET"] = new JsonArray(Pattern) },
                ["redact_pii_allow"] = new JsonArray(Allowed),
            },
            Token);
        Assert.Equal(200, (int)response.StatusCode);
        AssertClean("redact-text", await response.Content.ReadAsByteArrayAsync(Token), isEcho: false);
    }

    // What a broken request says comes back in no message.
    private static async Task AssertRefusalsCleanAsync(ServerProcess server)
    {
        string[] broken =
        [
            $$$"""{"redact_pii":true,"redact_pii_custom":{"A":["{{{Term}}}("]}}""",
            $$$"""{"redact_pii":true,"redact_pii_custom":{"A":["(?<={{{Term}}})"]}}""",
            $$$"""{"redact_pii":true,"redact_pii_custom":{"A":{"{{{Term}}}":1} } }""",
            $$$"""{"redact_pii":true,"redact_static_entities":{"A":["{{{Term}}}",5]}}""",
            $$$"""{"redact_pii":true,"redact_static_entities":{"A":["{{{Term}}}",""]}}""",
            $$$"""{"redact_pii":true,"redact_static_entities":{"A":"{{{Term}}}"}}""",
            $$$"""{"redact_pii":true,"redact_pii_allow":["{{{Allowed}}}",""]}""",
            $$$"""{"redact_pii":true,"redact_pii_allow":{"{{{Allowed}}}":1}}""",
            $$$"""{"webhook_url":"http://127.0.0.1:1/","webhook_auth_header_name":"A","webhook_auth_header_value":"{{{HeaderValue}}}\n"}""",
            $$$"""{"audio_url":"ftp://{{{Term}}}/"}""",
            $$$"""{"audio_url":{"{{{Term}}}":1}}""",
            $$$"""{"audio_url":"{{{Term}}}""",
        ];
        foreach (string fields in broken)
        {
            string body = fields.Contains("audio_url", StringComparison.Ordinal) ? fields : $"{{\"audio_url\":\"http://127.0.0.1:1/\",{fields[1..]}";
            foreach (string path in (string[])["v2/transcript", "v2/redact-text"])
            {
                using var response = await server.Client.Http.PostAsync(path, new StringContent(body), Token);
                Assert.InRange((int)response.StatusCode, 400, 499);
                AssertClean($"{path} {fields}", await response.Content.ReadAsByteArrayAsync(Token), isEcho: false);
            }
        }
    }

    private static void AssertWebhooksClean(LocalSite site)
    {
        var calls = site.Requests.Where(request => request.Path == "/hook").ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.Equal(HeaderValue, call.Headers["X-Secret"]);
            AssertClean("webhook", call.Body, isEcho: false);
            AssertClean("webhook headers", Encoding.UTF8.GetBytes(string.Join('\n', call.Headers.Where(header => header.Key != "X-Secret"))), isEcho: false);
        });
    }

    private static void AssertFilesClean(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (string file in files)
        {
            string name = Path.GetRelativePath(folder, file);
            AssertClean("a file's name", Encoding.UTF8.GetBytes(name), isEcho: false);
            if (name != "lock")
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var content = new MemoryStream();
                stream.CopyTo(content);
                AssertClean(name, content.ToArray(), isEcho: false);
            }
        }
    }

    private static void AssertClean(string where, byte[] content, bool isEcho)
    {
        string? found = s_secret.FindIn(content) ?? (isEcho ? null : s_echoed.FindIn(content));
        Assert.True(found is null, $"{where} holds '{found}'");
    }

    private async Task<byte[]> RecordingAsync()
    {
        await ToolAsync("flite", "-voice", "rms", "-t", $"my name is john lowery. my phone number is {SpokenNumber}.", "-o", _folder["call.wav"]);
        await ToolAsync(
            "ffmpeg", "-v", "error", "-i", _folder["call.wav"], "-metadata", $"title={Title}", "-metadata", $"comment={Title}",
            "-metadata", $"artist={Title}", _folder["call.mp3"]);
        byte[] recording = await File.ReadAllBytesAsync(_folder["call.mp3"], Token);
        Assert.NotNull(s_secret.FindIn(recording));
        return recording;
    }

    private static async Task ToolAsync(string program, params string[] arguments)
    {
        var run = await ProgramRun.RunAsync(program, arguments, cancellationToken: Token);
        Assert.True(run.ExitCode == 0, $"{program}: {run.Error}");
    }

    private sealed record Ended(string Id, JsonObject Transcript)
    {
        public string Status => Transcript["status"]!.GetValue<string>();

        public string Text => Transcript["text"]!.GetValue<string>();

        public JsonNode? this[string field] => Transcript[field];
    }
}
