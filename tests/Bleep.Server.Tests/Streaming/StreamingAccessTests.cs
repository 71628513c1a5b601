using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bleep.Server.Tests.Streaming;

public sealed class StreamingAccessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_with_a_key_begins_with_three_keys_and_without_configuration()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await app.ConnectAsync();

        var begin = await client.ReadAsync("Begin");
        await client.TerminateAsync();

        Assert.Equal(["expires_at", "id", "type"], begin.Select(field => field.Key).Order());
        Assert.True(Guid.TryParse((string)begin["id"]!, out _));
        Assert.InRange((long)begin["expires_at"]!, DateTimeOffset.UnixEpoch.ToUnixTimeSeconds() + 1, long.MaxValue);
        Assert.Equal("Termination", (string)client.Messages[^1]["type"]!);
        Assert.Equal(1000, client.CloseCode);
    }

    [Fact]
    public async Task Connect_with_a_version_tells_the_configuration()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await StreamingClient.ConnectAsync(app.Root, "sample_rate=16000", app.Key, "2025-05-12");

        var begin = await client.ReadAsync("Begin");

        Assert.Equal("2025-05-12", (string)begin["configuration"]!["api_version"]!);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("bearer")]
    [InlineData("query")]
    public async Task Connect_with_a_token_begins_as_often_as_wanted(string place)
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        string token = await TokenAsync(app, "expires_in_seconds=60&max_session_duration_seconds=90");
        for (int round = 0; round < 2; round++)
        {
            using var client = await StreamingClient.ConnectAsync(
                app.Root,
                place == "query" ? $"sample_rate=16000&token={token}" : "sample_rate=16000",
                place switch { "header" => token, "bearer" => $"Bearer {token}", _ => null });

            var begin = await client.ReadAsync("Begin");
            await client.TerminateAsync();

            var left = DateTimeOffset.FromUnixTimeSeconds((long)begin["expires_at"]!) - TimeProvider.System.GetUtcNow();
            Assert.InRange(left, TimeSpan.Zero, TimeSpan.FromSeconds(91));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("bleep_0123456789ab_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Connect_without_a_good_key_is_told_so_over_the_socket(string? key)
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await StreamingClient.ConnectAsync(app.Root, "sample_rate=16000", key);

        await client.ReadToEndAsync();

        Assert.Equal(1008, (int)Assert.Single(client.Messages)["error_code"]!);
        Assert.Equal(1008, client.CloseCode);
    }

    [Fact]
    public async Task Connect_with_a_key_in_the_address_is_refused()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await StreamingClient.ConnectAsync(app.Root, $"sample_rate=16000&token={app.Key}");

        await client.ReadToEndAsync();

        Assert.Equal(1008, client.CloseCode);
    }

    [Fact]
    public async Task Connect_with_a_token_of_a_revoked_key_is_refused()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        string token = await TokenAsync(app, "expires_in_seconds=60");
        await app.Keys.RevokeAsync((await app.Keys.ListAsync(Token)).Single().Id, Token);
        using var client = await StreamingClient.ConnectAsync(app.Root, $"sample_rate=16000&token={token}");

        await client.ReadToEndAsync();

        Assert.Equal(1008, client.CloseCode);
    }

    [Theory]
    [InlineData("", "expires_in_seconds")]
    [InlineData("expires_in_seconds=601", "expires_in_seconds")]
    [InlineData("expires_in_seconds=x", "expires_in_seconds")]
    [InlineData("expires_in_seconds=60&max_session_duration_seconds=59", "max_session_duration_seconds")]
    public async Task Token_with_wrong_parameters_is_422_with_detail_and_error(string query, string parameter)
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = ClientOf(app);
        using var response = await client.GetAsync($"v3/token?{query}", Token);
        var body = await response.Content.ReadFromJsonAsync<JsonObject>(Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(parameter, (string)body!["detail"]![0]!["loc"]![1]!);
        Assert.Contains(parameter, (string)body["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ws_without_an_upgrade_is_426()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = ClientOf(app);
        using var response = await client.GetAsync("v3/ws?sample_rate=16000", Token);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }

    private static HttpClient ClientOf(StreamingApp app)
    {
        var client = new HttpClient { BaseAddress = app.Root };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", app.Key);
        return client;
    }

    private static async Task<string> TokenAsync(StreamingApp app, string query)
    {
        using var client = ClientOf(app);
        return (string)(await client.GetFromJsonAsync<JsonObject>($"v3/token?{query}", Token))!["token"]!;
    }
}
