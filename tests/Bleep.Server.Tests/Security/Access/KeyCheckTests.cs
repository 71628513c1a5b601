using System.Globalization;
using System.Net;
using Bleep.Server.Security;

namespace Bleep.Server.Tests.Security.Access;

public sealed class KeyCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_with_a_key_is_its_owners()
    {
        await using var app = await AccessApp.StartAsync();
        var (key, text) = await app.Keys.CreateAsync("", ApiScopes.Transcripts, Token);

        foreach (string value in new[] { text, $"Bearer {text}", $"bearer  {text}" })
        {
            var answer = await app.SendAsync("/who", ("Authorization", value));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(key.Id, await answer.Content.ReadAsStringAsync(Token));
        }
    }

    [Fact]
    public async Task Request_without_a_good_key_is_refused_in_the_contracts_words()
    {
        await using var app = await AccessApp.StartAsync();
        var (key, text) = await app.Keys.CreateAsync("", ApiScopes.Transcripts, Token);
        await app.Keys.RevokeAsync(key.Id, Token);

        foreach (string path in new[] { "/who", "/metrics", "/no-such-thing" })
        {
            foreach (string? value in new[] { null, "", "wrong", "Bearer", $"Basic {text}", text })
            {
                var answer = await app.SendAsync(path, value is null ? [] : [("Authorization", value)]);
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
                Assert.Equal("""{"error":"Authentication error, API token missing/invalid"}""", await answer.Content.ReadAsStringAsync(Token));
            }
        }
    }

    [Fact]
    public async Task Request_with_two_keys_is_refused()
    {
        await using var app = await AccessApp.StartAsync();
        var (_, text) = await app.Keys.CreateAsync("", ApiScopes.Transcripts, Token);

        var answer = await app.SendAsync("/who", ("Authorization", text), ("Authorization", "other"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Request_needs_the_scope_of_the_endpoint()
    {
        await using var app = await AccessApp.StartAsync();
        var (_, metrics) = await app.Keys.CreateAsync("", ApiScopes.Metrics, Token);
        var (_, transcripts) = await app.Keys.CreateAsync("", ApiScopes.Transcripts, Token);

        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("/metrics", ("Authorization", metrics))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("/who", ("Authorization", transcripts))).StatusCode);
        var refused = await app.SendAsync("/metrics", ("Authorization", transcripts));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("""{"error":"This API key lacks the scope metrics"}""", await refused.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync("/who", ("Authorization", metrics))).StatusCode);
    }

    [Fact]
    public async Task Request_to_an_open_endpoint_needs_none()
    {
        await using var app = await AccessApp.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task Answers_are_private_unless_the_endpoint_says_otherwise()
    {
        await using var app = await AccessApp.StartAsync();

        foreach ((string path, string cache) in new[] { ("/health", "no-store"), ("/who", "no-store"), ("/media", "max-age=60, private") })
        {
            var answer = await app.SendAsync(path, ("Origin", "https://elsewhere.example"));
            Assert.Equal(cache, answer.Headers.CacheControl?.ToString());
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Requests_beyond_the_rate_of_a_key_are_told_when_to_come_again()
    {
        await using var app = await AccessApp.StartAsync(options => options with { MaxRequestsPerMinute = 3 });
        var (_, busy) = await app.Keys.CreateAsync("", ApiScopes.Transcripts, Token);
        var (_, other) = await app.Keys.CreateAsync("", ApiScopes.Transcripts, Token);

        for (int count = 0; count < 3; count++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("/who", ("Authorization", busy))).StatusCode);
        }
        var refused = await app.SendAsync("/who", ("Authorization", busy));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.StartsWith("""{"error":"Too many requests""", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("/who", ("Authorization", other))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("/health", ("Authorization", busy))).StatusCode);
    }
}
