using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bleep.Testing.Sound;

namespace Bleep.Api.Tests.Robustness;

/// <summary>Whatever is sent: an answer comes, it blames the request, and the server lives on.</summary>
public sealed class MalformedRequestTests(RobustServer server) : IClassFixture<RobustServer>
{
    private const int Seed = 20_260_301;
    private const int AtOnce = 4;

    // Nothing a request asks for may keep the server busy for this long, even on a slow machine.
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(2);

    private static readonly string[] s_parts =
        ["", "/sentences", "/paragraphs", "/srt?chars_per_caption=5", "/vtt", "/word-search?words=a,b", "/redacted-audio", "/redacted-video", "/redactions"];

    private static readonly string[] s_queries = ["limit", "status", "created_on", "before_id", "after_id", "throttled_only"];

    private static readonly string[] s_queryValues = ["10", "completed", "2026-03-01", "3f0c7a4e-1f43-4c0c-9d6b-2f1f8c0f6a55", "true"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Bodies of <c>POST /v2/transcript</c> that are wrong, by what is wrong.</summary>
    public static TheoryData<string, byte[]> WrongBodies { get; } = new()
    {
        { "empty", [] },
        { "one brace", Utf8("{") },
        { "null", Utf8("null") },
        { "a list", Utf8("[]") },
        { "a string", Utf8("\"x\"") },
        { "a number", Utf8("5") },
        { "nothing in it", Utf8("{}") },
        { "not JSON", Utf8("audio_url=http://x/y.wav") },
        { "XML", Utf8("<a/>") },
        { "rubbish behind", Utf8("""{"audio_url":"http://127.0.0.1:1/a.wav"}x""") },
        { "two objects", Utf8("""{"audio_url":"http://127.0.0.1:1/a.wav"}{}""") },
        { "comma too many", Utf8("""{"audio_url":"http://127.0.0.1:1/a.wav",}""") },
        { "comment", Utf8("""{"audio_url":"http://127.0.0.1:1/a.wav"/*x*/}""") },
        { "number for a string", Utf8("""{"audio_url":5}""") },
        { "null for an address", Utf8("""{"audio_url":null}""") },
        { "object for an address", Utf8("""{"audio_url":{}}""") },
        { "string for a truth value", With("\"redact_pii\":\"true\"") },
        { "list for a truth value", With("\"redact_pii\":[]") },
        { "string for a number", With("\"audio_start_from\":\"5\"") },
        { "fraction for a whole number", With("\"audio_start_from\":1.5") },
        { "number beyond all", With("\"audio_start_from\":99999999999999999999999") },
        { "infinite share", With("\"speech_threshold\":1e999") },
        { "null in a list", With("\"redact_pii\":true,\"redact_pii_policies\":[null]") },
        { "number in a list", With("\"word_boost\":[5]") },
        { "list for a map", With("\"redact_pii\":true,\"redact_static_entities\":[]") },
        { "string for the terms", With("\"redact_pii\":true,\"redact_static_entities\":{\"A\":\"b\"}") },
        { "null for the terms", With("\"redact_pii\":true,\"redact_static_entities\":{\"A\":null}") },
        { "null for a term", With("\"redact_pii\":true,\"redact_static_entities\":{\"A\":[null]}") },
        { "broken expression", With("\"redact_pii\":true,\"redact_pii_custom\":{\"A\":[\"(\"]}") },
        { "expression that looks around", With("\"redact_pii\":true,\"redact_pii_custom\":{\"A\":[\"(?<=a)b\"]}") },
        { "null for a spelling", With("\"custom_spelling\":[null]") },
        { "spelling without a word", With("\"custom_spelling\":[{\"from\":[null],\"to\":\"a\"}]") },
        { "no web address", Utf8("""{"audio_url":"file:///etc/passwd"}""") },
        { "relative address", Utf8("""{"audio_url":"//x/y"}""") },
        { "lone surrogate", Utf8("""{"audio_url":"http://127.0.0.1:1/\ud800"}""") },
        { "lone surrogate in a term", With("\"redact_pii\":true,\"redact_static_entities\":{\"A\":[\"\\udc00\"]}") },
        { "lone surrogate in a label", With("\"redact_pii\":true,\"redact_static_entities\":{\"\\ud800\":[\"a\"]}") },
        { "lone surrogate in an option", With("\"language_detection_options\":{\"a\":\"\\ud800\"}") },
        { "lone surrogate in an unknown field", With("\"whatever\":\"\\ud800\"") },
        { "invalid UTF-8 in an address", [.. Utf8("{\"audio_url\":\"http://127.0.0.1:1/"), 0xFF, 0xC0, .. Utf8("\"}")] },
        { "invalid UTF-8 in an option", Broken("\"language_detection_options\":{\"a\":\"", "\"}") },
        { "invalid UTF-8 in an unknown field", Broken("\"whatever\":\"", "\"") },
        { "invalid UTF-8 in a name", Broken("\"", "\":1") },
        { "raw NUL in a string", [.. Utf8("{\"audio_url\":\"http://127.0.0.1:1/"), 0, .. Utf8("\"}")] },
        { "NUL in a header", With("\"webhook_url\":\"http://127.0.0.1:1/\",\"webhook_auth_header_name\":\"a\\u0000\",\"webhook_auth_header_value\":\"b\"") },
        { "line break in a header", With("\"webhook_url\":\"http://127.0.0.1:1/\",\"webhook_auth_header_name\":\"a\",\"webhook_auth_header_value\":\"b\\r\\nc: d\"") },
        { "UTF-16", Encoding.Unicode.GetBytes("""{"audio_url":"http://127.0.0.1:1/a.wav"}""") },
        { "UTF-16 with its mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("""{"audio_url":"http://127.0.0.1:1/a.wav"}""")] },
        { "UTF-32", Encoding.UTF32.GetBytes("""{"audio_url":"http://127.0.0.1:1/a.wav"}""") },
        { "deep lists", Utf8("{\"audio_url\":" + new string('[', 100_000)) },
        { "deep objects", Utf8(string.Concat(Enumerable.Repeat("{\"a\":", 50_000))) },
        { "deep unknown field", With("\"whatever\":" + new string('[', 40) + new string(']', 40)) },
        { "huge address", Utf8($"{{\"audio_url\":\"http://127.0.0.1:1/{new string('a', 3_000_000)}\"}}") },
        { "many terms", With($"\"redact_pii\":true,\"redact_pii_allow\":[{string.Join(',', Enumerable.Repeat("\"a\"", 20_000))}]") },
        { "many expressions", With($"\"redact_pii\":true,\"redact_pii_custom\":{{\"A\":[{string.Join(',', Enumerable.Repeat("\"a\"", 5_000))}]}}") },
        { "long expression", With($"\"redact_pii\":true,\"redact_pii_custom\":{{\"A\":[\"{new string('a', 100_000)}\"]}}") },
    };

    [Theory]
    [MemberData(nameof(WrongBodies), DisableDiscoveryEnumeration = true)]
    public async Task Wrong_body_is_answered_with_an_error(string what, byte[] body)
    {
        var answer = await SendAsync(HttpMethod.Post, "v2/transcript", body, isChunked: false);

        AssertRefused(what, answer);
    }

    [Fact]
    public async Task Body_that_is_too_large_is_refused_with_and_without_a_length()
    {
        byte[] body = Utf8($"{{\"audio_url\":\"{new string('a', 5 << 20)}\"}}");

        foreach (string path in new[] { "v2/transcript", "v2/redact-text" })
        {
            Assert.Equal(413, (await SendAsync(HttpMethod.Post, path, body, isChunked: false)).Status);
            Assert.Equal(413, (await SendAsync(HttpMethod.Post, path, body, isChunked: true)).Status);
        }
    }

    [Fact]
    public async Task Right_body_in_chunks_without_a_length_is_taken()
    {
        byte[] body = Utf8($$"""{"audio_url":"{{RobustServer.Nowhere}}"}""");

        Assert.Equal(200, (await SendAsync(HttpMethod.Post, "v2/transcript", body, isChunked: true)).Status);
    }

    [Theory]
    [InlineData("v2/transcript/%01")]
    [InlineData("v2/transcript/%FF%FE")]
    [InlineData("v2/transcript/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("v2/transcript/00000000-0000-0000-0000-000000000000/sentences")]
    [InlineData("v2/transcript/00000000-0000-0000-0000-000000000000/word-search?words=a")]
    [InlineData("v2/transcript?limit=0")]
    [InlineData("v2/transcript?limit=201")]
    [InlineData("v2/transcript?limit=99999999999999999999")]
    [InlineData("v2/transcript?status=done")]
    [InlineData("v2/transcript?created_on=2026-02-30")]
    [InlineData("v2/transcript?before_id=%00")]
    [InlineData("v2/transcript?after_id=00000000-0000-0000-0000-000000000000")]
    [InlineData("v2/nothing")]
    [InlineData("v3/transcript")]
    [InlineData("media/00000000000000000000000000000000.mp3")]
    [InlineData("media/%01.mp3?expires=1&signature=%FF")]
    public async Task Wrong_address_is_answered_with_an_error(string path) =>
        AssertRefused(path, await SendAsync(HttpMethod.Get, path, null, isChunked: false));

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task List_of_a_day_at_the_end_of_time_is_empty(string day)
    {
        var page = await server.Process.Client.GetAsync($"v2/transcript?created_on={day}");

        Assert.Empty(page["transcripts"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"words":[{"text":"a","start":0,"end":9223372036854775807}]}""")]
    [InlineData("""{"words":[{"text":"a","start":9223372036854775807}]}""")]
    [InlineData("""{"words":[{"text":"a","start":-1,"end":5}]}""")]
    [InlineData("""{"words":[null]}""")]
    [InlineData("""{"words":[{}]}""")]
    [InlineData("""{"text":"a","words":[]}""")]
    [InlineData("""{}""")]
    public async Task Wrong_text_is_answered_with_an_error(string body) =>
        AssertRefused(body, await SendAsync(HttpMethod.Post, "v2/redact-text", Utf8(body), isChunked: false));

    [Theory]
    [InlineData(9223372036854775807)]
    [InlineData(9000000000000000)]
    public async Task Job_that_begins_behind_all_recordings_errs(long start)
    {
        var client = server.Process.Client;
        var request = new JsonObject { ["audio_start_from"] = start };

        var transcript = await client.TranscribeAsync(WavBytes.Of(new short[16_000]), request);

        Assert.Equal("Audio duration is too short.", transcript["error"]!.GetValue<string>());
    }

    [Fact]
    public Task Random_mutations_are_answered_and_never_with_a_fault() => MutateAsync(500);

    [Fact]
    [Trait("Category", "Soak")]
    public Task Ten_thousand_random_mutations_are_answered_and_never_with_a_fault() => MutateAsync(10_000);

    private async Task MutateAsync(int count)
    {
        var faults = new System.Collections.Concurrent.ConcurrentQueue<string>();
        int refused = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token },
            async (index, token) =>
            {
                (var method, string path, byte[]? body) = RequestOf(new Random(Seed + index));
                try
                {
                    var answer = await SendAsync(method, path, body, isChunked: index % 5 == 0);
                    Interlocked.Add(ref refused, answer.Status >= 400 ? 1 : 0);
                    if (answer.Status != 200 && (answer.Status is < 400 or >= 500 || answer.Error is null))
                    {
                        faults.Enqueue($"{index}: {method} {path} {Show(body)} -> {answer.Status} {answer.Text}");
                    }
                }
                catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !token.IsCancellationRequested)
                {
                    faults.Enqueue($"{index}: {method} {path} {Show(body)} -> {error.GetType().Name} {error.Message}");
                }
            });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(20)));
        Assert.InRange(refused, count / 4, count);
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "health/live", null, isChunked: false)).Status);
        Assert.DoesNotContain("A request to", server.Process.Log, StringComparison.Ordinal);
    }

    private static (HttpMethod Method, string Path, byte[]? Body) RequestOf(Random random)
    {
        var mutator = new RequestMutator(random);
        const string NoId = "3f0c7a4e-1f43-4c0c-9d6b-2f1f8c0f6a55";
        return random.Next(10) switch
        {
            < 5 => (HttpMethod.Post, "v2/transcript", mutator.Mutate(Pick(random, ValidRequests.Transcripts))),
            < 8 => (HttpMethod.Post, "v2/redact-text", mutator.Mutate(Pick(random, ValidRequests.Texts))),
            8 => (random.Next(4) == 0 ? HttpMethod.Delete : HttpMethod.Get, $"v2/transcript/{mutator.Mutate(NoId)}{Pick(random, s_parts)}", null),
            _ => (HttpMethod.Get, $"v2/transcript?{Pick(random, s_queries)}={mutator.Mutate(Pick(random, s_queryValues))}", null),
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private async Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body, bool isChunked)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(s_hang);
        var address = new Uri($"{server.Http.BaseAddress}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TransferEncodingChunked = isChunked;
        }
        using var response = await server.Http.SendAsync(request, deadline.Token);
        string text = await response.Content.ReadAsStringAsync(deadline.Token);
        return new Answer((int)response.StatusCode, text);
    }

    private static void AssertRefused(string what, Answer answer)
    {
        Assert.True(answer.Status is >= 400 and < 500, $"{what}: {answer.Status} {answer.Text}");
        Assert.True(answer.Error is { Length: > 0 }, $"{what}: {answer.Text}");
    }

    private static string Show(byte[]? body) => body is null ? "" : Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, 600)));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] With(string fields) => Utf8($"{{\"audio_url\":\"{RobustServer.Nowhere}\",{fields}}}");

    private static byte[] Broken(string before, string after) =>
        [.. Utf8($"{{\"audio_url\":\"{RobustServer.Nowhere}\",{before}"), 0xFF, 0xC0, 0x80, .. Utf8($"{after}}}")];

    private sealed record Answer(int Status, string Text)
    {
        public string? Error
        {
            get
            {
                try
                {
                    return JsonNode.Parse(Text) is JsonObject body ? (string?)body["error"] : null;
                }
                catch (System.Text.Json.JsonException)
                {
                    return null;
                }
            }
        }
    }
}
