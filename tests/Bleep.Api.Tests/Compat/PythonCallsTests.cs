using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;

namespace Bleep.Api.Tests.Compat;

/// <summary>
/// The calls of the official Python SDK 1.0.0 as its code sends them. Its checks of every answer (whole numbers, known words, 200 and nothing
/// else) are in <see cref="Contract.WireContract"/>, which each answer here passes.
/// </summary>
[Collection(SharedServerTests.Name)]
public sealed class PythonCallsTests(SharedServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Transcriber_redactsAndSavesAudio()
    {
        string url = await UploadAsync(server.Recordings.Speech);
        var submitted = await SubmitAsync(new JsonObject
        {
            ["audio_url"] = url,
            ["punctuate"] = true,
            ["format_text"] = true,
            ["multichannel"] = false,
            ["filter_profanity"] = false,
            ["redact_pii"] = true,
            ["redact_pii_audio"] = true,
            ["redact_pii_audio_quality"] = "wav",
            ["redact_pii_policies"] = new JsonArray("person_name", "phone_number"),
            ["redact_pii_sub"] = "hash",
            ["speaker_labels"] = true,
            ["speakers_expected"] = 2,
            ["custom_spelling"] = new JsonArray(new JsonObject { ["from"] = new JsonArray("telephone"), ["to"] = "phone" }),
            ["disfluencies"] = false,
            ["sentiment_analysis"] = false,
            ["speech_threshold"] = 0.1,
            ["speech_models"] = new JsonArray("universal-3-pro", "universal-2"),
        });
        var transcript = await server.Client.WaitAsync((string)submitted["id"]!);
        Assert.Equal("completed", (string?)transcript["status"]);
        Assert.Contains("#", (string)transcript["text"]!, StringComparison.Ordinal);
        string id = (string)transcript["id"]!;

        // It waits 5 s for each step and follows no redirect.
        var audio = await server.Client.GetAsync($"v2/transcript/{id}/redacted-audio");
        using var anonymous = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        byte[] file = await anonymous.GetByteArrayAsync((string)audio["redacted_audio_url"]!, Token);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(file, 0, 4));

        var sentences = await server.Client.GetAsync($"v2/transcript/{id}/sentences");
        Assert.NotEmpty(sentences["sentences"]!.AsArray());
        var paragraphs = await server.Client.GetAsync($"v2/transcript/{id}/paragraphs");
        Assert.NotEmpty(paragraphs["paragraphs"]!.AsArray());
        string srt = await server.Client.Http.GetStringAsync($"v2/transcript/{id}/srt?chars_per_caption=32", Token);
        Assert.Contains(" --> ", srt, StringComparison.Ordinal);
        string vtt = await server.Client.Http.GetStringAsync($"v2/transcript/{id}/vtt", Token);
        Assert.StartsWith("WEBVTT", vtt, StringComparison.Ordinal);
        var found = await server.Client.GetAsync($"v2/transcript/{id}/word-search?words=name%2Cis");
        Assert.True((int)found["total_count"]! >= 1);
    }

    [Fact]
    public async Task TranscriberGroup_endsAll()
    {
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
            (string)(await SubmitAsync(new JsonObject { ["audio_url"] = await UploadAsync(server.Recordings.Silence) }))["id"]!));
        var transcripts = await Task.WhenAll(ids.Select(server.Client.WaitAsync));
        Assert.All(transcripts, transcript => Assert.Equal("completed", (string?)transcript["status"]));
    }

    [Fact]
    public async Task ListTranscripts_loopOfTheDocs_ends()
    {
        await TranscriberGroup_endsAll();
        HashSet<string> seen = [];
        string? beforeId = null;
        while (true)
        {
            var page = await server.Client.GetAsync("v2/transcript?limit=2" + (beforeId is null ? "" : $"&before_id={beforeId}"));
            Assert.All(page["transcripts"]!.AsArray(), item => Assert.True(seen.Add((string)item!["id"]!)));
            if ((string?)page["page_details"]!["prev_url"] is not { } older)
            {
                break;
            }
            beforeId = System.Web.HttpUtility.ParseQueryString(new Uri(older).Query)["before_id"];
        }
        Assert.True(seen.Count >= 3);
    }

    [Fact]
    public async Task DeleteById_answers200WithTheWipedTranscript()
    {
        var transcript = await server.Client.TranscribeAsync(await File.ReadAllBytesAsync(server.Recordings.Silence, Token));
        using var response = await server.Client.Http.DeleteAsync($"v2/transcript/{transcript["id"]}", Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var deleted = await server.Client.GetAsync($"v2/transcript/{transcript["id"]}");
        Assert.Equal("Deleted by user.", (string?)deleted["text"]);
    }

    [Fact]
    public async Task RedactedAudio_notAskedFor_answers400()
    {
        var transcript = await server.Client.TranscribeAsync(
            await File.ReadAllBytesAsync(server.Recordings.Silence, Token), new JsonObject { ["redact_pii"] = true });
        using var response = await server.Client.Http.GetAsync($"v2/transcript/{transcript["id"]}/redacted-audio", Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Requests_withoutAKey_answer401()
    {
        using var stranger = new ApiClient(server.Process.Url, "");
        using var response = await stranger.Http.GetAsync("v2/transcript", Token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        string error = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["error"]!;
        Assert.Equal("Authentication error, API token missing/invalid", error);
    }

    // Pieces without a length, and no content type.
    private async Task<string> UploadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v2/upload") { Content = new StreamContent(File.OpenRead(path)) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await server.Client.Http.SendAsync(request, Token);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["upload_url"]!;
    }

    private async Task<JsonObject> SubmitAsync(JsonObject body)
    {
        var submitted = await server.Client.SubmitAsync(body);
        Assert.Contains((string)submitted["status"]!, (string[])["queued", "processing"]);
        return submitted;
    }
}
