using System.Net;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;

namespace Bleep.Api.Tests;

/// <summary>What a client's own web server is told about its jobs.</summary>
[Collection(SharedServerTests.Name)]
public sealed class WebhookTests(SharedServer server)
{
    [Fact]
    public async Task Webhooks_withRedactedAudio_tellAudioFirstThenTranscript()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var transcript = await TranscribeSilenceAsync(new()
        {
            ["redact_pii"] = true,
            ["redact_pii_audio"] = true,
            ["redact_pii_audio_options"] = new JsonObject { ["return_redacted_no_speech_audio"] = true },
            ["webhook_url"] = $"{receiver.Url}/bleep?job=7",
            ["webhook_auth_header_name"] = "X-Token",
            ["webhook_auth_header_value"] = "let me in",
        });
        var audio = await receiver.NextAsync();
        var text = await receiver.NextAsync();
        foreach (var call in (WebhookRequest[])[audio, text])
        {
            Assert.Equal("POST", call.Method);
            Assert.Equal("/bleep?job=7", call.PathAndQuery);
            Assert.Equal("let me in", call.Headers["X-Token"]);
            Assert.StartsWith("application/json", call.Headers["Content-Type"], StringComparison.Ordinal);
            Assert.Equal("*/*", call.Headers["Accept"]);
        }
        var audioBody = JsonNode.Parse(audio.Body)!.AsObject();
        Assert.Equal(["redacted_audio_url", "status"], audioBody.Select(field => field.Key).Order());
        Assert.Equal("redacted_audio_ready", (string?)audioBody["status"]);
        using var file = await server.Client.Http.GetAsync((string)audioBody["redacted_audio_url"]!, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        var textBody = JsonNode.Parse(text.Body)!.AsObject();
        Assert.Equal(["status", "transcript_id"], textBody.Select(field => field.Key).Order());
        Assert.Equal("completed", (string?)textBody["status"]);
        Assert.Equal((string?)transcript["id"], (string?)textBody["transcript_id"]);
        Assert.True((bool)transcript["webhook_auth"]!);
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task Webhooks_receiverFailsOnce_sendTheSameBytesAgain()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = number => number == 1 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK;
        var transcript = await TranscribeSilenceAsync(new() { ["webhook_url"] = $"{receiver.Url}/" });
        var first = await receiver.NextAsync();
        var second = await receiver.NextAsync();
        Assert.Equal(first.Body, second.Body);
        await StatusCodeAsync((string)transcript["id"]!, 200);
    }

    [Fact]
    public async Task Webhooks_receiverRefuses_endAndAreTold()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => HttpStatusCode.Gone;
        var transcript = await TranscribeSilenceAsync(new() { ["webhook_url"] = $"{receiver.Url}/" });
        await receiver.NextAsync();
        await StatusCodeAsync((string)transcript["id"]!, 410);
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task Webhooks_jobFails_tellTheErrorInBothCalls()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var transcript = await server.Client.TranscribeAsync("no sound"u8.ToArray(), new()
        {
            ["redact_pii"] = true,
            ["redact_pii_audio"] = true,
            ["webhook_url"] = $"{receiver.Url}/",
        });
        Assert.Equal("error", (string?)transcript["status"]);
        var audio = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Equal("error", (string?)audio["status"]);
        Assert.Null(audio["transcript_id"]);
        var text = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Equal("error", (string?)text["status"]);
        Assert.Equal((string?)transcript["id"], (string?)text["transcript_id"]);
    }

    private async Task<JsonObject> TranscribeSilenceAsync(JsonObject fields)
    {
        var transcript = await server.Client.TranscribeAsync(
            await File.ReadAllBytesAsync(server.Recordings.Silence, TestContext.Current.CancellationToken), fields);
        Assert.Equal("completed", (string?)transcript["status"]);
        return transcript;
    }

    // Stored a moment after the receiver has answered.
    private async Task StatusCodeAsync(string id, int expected)
    {
        while ((int?)(await server.Client.GetAsync($"v2/transcript/{id}"))["webhook_status_code"] != expected)
        {
            await Task.Yield();
        }
    }
}
