using System.Globalization;
using System.Net;
using System.Text;
using Bleep.Server.Security;
using Bleep.Server.Security.Outgoing;
using Bleep.Server.Security.Tls;
using Bleep.Server.Storage;
using Bleep.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Security.Outgoing;

public sealed class GuardedDownloaderTests
{
    private const string Name = "planted-host.example";
    private const string Content = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\ncontent";
    private static readonly string[] s_here = ["127.0.0.1"];

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_of_an_allowed_address_gives_the_content()
    {
        await using var server = ScriptedServer.Of(Content);
        var resolver = new FakeResolver(s_here);
        using var http = Client(resolver);

        await using var stream = await Downloader(http).OpenAsync(UrlOf(server), 7, Token);

        Assert.Equal("content", await ReadAsync(stream));
        Assert.Equal(1, resolver.Questions);
        string request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /planted-path?planted-query HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept-Encoding", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("traceparent", request, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://planted-host.example:{0}/")]
    [InlineData("https://planted-host.example:{0}/")]
    public async Task OpenAsync_of_a_blocked_address_never_connects(string url)
    {
        await using var server = ScriptedServer.Of(Content);
        using var http = Client(new FakeResolver(s_here), allowed: []);

        await FailsAsync<BlockedAddressException>(http, new Uri(string.Format(CultureInfo.InvariantCulture, url, server.Port)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task OpenAsync_of_localhost_by_the_machines_resolver_is_blocked()
    {
        await using var server = ScriptedServer.Of(Content);
        using var http = Client(new SystemHostResolver(), allowed: []);

        await FailsAsync<BlockedAddressException>(http, new Uri($"http://localhost:{server.Port}/"));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task OpenAsync_of_a_name_with_a_bad_address_among_good_ones_is_blocked()
    {
        await using var server = ScriptedServer.Of(Content);
        using var http = Client(new FakeResolver(["127.0.0.1", "10.0.0.1"]));

        await FailsAsync<BlockedAddressException>(http, UrlOf(server));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task OpenAsync_of_a_name_whose_address_changes_meets_the_address_that_was_checked()
    {
        await using var server = ScriptedServer.Of(Content);
        // Whoever asked a second time for connecting would be sent inside.
        var resolver = new FakeResolver(s_here, ["127.0.0.2"]);
        using var http = Client(resolver);

        await using (var stream = await Downloader(http).OpenAsync(UrlOf(server), 7, Token))
        {
            Assert.Equal("content", await ReadAsync(stream));
        }
        Assert.Equal(1, resolver.Questions);

        await FailsAsync<BlockedAddressException>(http, UrlOf(server));
        Assert.Equal(2, resolver.Questions);
    }

    [Fact]
    public async Task OpenAsync_tries_the_next_address_when_one_does_not_answer()
    {
        await using var server = ScriptedServer.Of(Content);
        using var http = Client(new FakeResolver(["127.0.0.9", "127.0.0.1"]), allowed: [IPNetwork.Parse("127.0.0.0/8")]);

        await using var stream = await Downloader(http).OpenAsync(UrlOf(server), 7, Token);

        Assert.Equal("content", await ReadAsync(stream));
    }

    [Fact]
    public async Task OpenAsync_follows_redirects_relative_and_absolute()
    {
        ScriptedServer? server = null;
        await using var running = server = new ScriptedServer((request, stream, token) => WriteAsync(stream, request.Split(' ')[1] switch
        {
            "/planted-path?planted-query" => Redirect(302, "next?a=b"),
            "/next?a=b" => Redirect(308, $"http://planted-host.example:{server!.Port}/last"),
            _ => Content,
        }, token));
        using var http = Client(new FakeResolver(s_here));

        await using var stream = await Downloader(http).OpenAsync(UrlOf(server), 7, Token);

        Assert.Equal("content", await ReadAsync(stream));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[fd00:ec2::254]/")]
    public async Task OpenAsync_redirected_inside_is_blocked(string target)
    {
        await using var server = ScriptedServer.Of(Redirect(301, target));
        using var http = Client(new FakeResolver(s_here));

        await FailsAsync<BlockedAddressException>(http, UrlOf(server));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://planted-host.example/")]
    [InlineData("http://user:secret@planted-host.example/")]
    public async Task OpenAsync_redirected_to_another_kind_of_address_fails(string target)
    {
        await using var server = ScriptedServer.Of(Redirect(307, target));
        using var http = Client(new FakeResolver(s_here));

        await FailsAsync<HttpRequestException>(http, UrlOf(server));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task OpenAsync_redirected_without_end_gives_up_after_five()
    {
        await using var server = ScriptedServer.Of(Redirect(302, "/again"));
        using var http = Client(new FakeResolver(s_here));

        await FailsAsync<HttpRequestException>(http, UrlOf(server));

        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://planted-host.example/x")]
    [InlineData("http://user:secret@planted-host.example/x")]
    [InlineData("gopher://planted-host.example/x")]
    public async Task OpenAsync_of_another_kind_of_address_asks_nobody(string url)
    {
        var resolver = new FakeResolver(s_here);
        using var http = Client(resolver);

        await FailsAsync<HttpRequestException>(http, new Uri(url));

        Assert.Equal(0, resolver.Questions);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 7\r\n\r\ncontent")]
    [InlineData("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\ncontent")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\ncontents")]
    [InlineData("SSH-2.0-planted\r\n\r\n")]
    [InlineData("")]
    public async Task OpenAsync_of_an_answer_without_usable_content_fails(string answer)
    {
        await using var server = ScriptedServer.Of(answer);
        using var http = Client(new FakeResolver(s_here));

        await FailsAsync<HttpRequestException>(http, UrlOf(server), maxBytes: 7);
    }

    [Fact]
    public async Task OpenAsync_of_hosts_that_cannot_be_reached_fails_without_naming_them()
    {
        await using var server = ScriptedServer.Of(Content);
        var url = UrlOf(server);
        await server.DisposeAsync();
        using var unreachable = Client(new FakeResolver(s_here));
        using var unknown = Client(new FakeResolver([]));

        await FailsAsync<HttpRequestException>(unreachable, url);
        await FailsAsync<HttpRequestException>(unknown, url);
    }

    [Fact]
    public async Task OpenAsync_of_a_host_whose_certificate_nobody_trusts_fails()
    {
        using var folder = new TemporaryFolder();
        using var certificate = new SelfSignedCertificate(new DataFolder(folder.Path), TimeProvider.System).LoadOrCreate([Name]);
        await using var server = new ScriptedServer((_, stream, token) => WriteAsync(stream, Content, token), certificate.Leaf);
        using var http = Client(new FakeResolver(s_here));

        await FailsAsync<HttpRequestException>(http, new Uri($"https://{Name}:{server.Port}/planted-path"));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Content_that_grows_beyond_the_limit_ends_in_an_error()
    {
        await using var server = ScriptedServer.Of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\ncontent\r\n1\r\n!\r\n0\r\n\r\n");
        using var http = Client(new FakeResolver(s_here));

        await using var stream = await Downloader(http).OpenAsync(UrlOf(server), 7, Token);

        Nameless(await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream)));
    }

    [Fact]
    public async Task Content_that_is_cut_off_ends_in_an_error()
    {
        await using var server = ScriptedServer.Of("HTTP/1.1 200 OK\r\nContent-Length: 70\r\n\r\ncontent");
        using var http = Client(new FakeResolver(s_here));

        await using var stream = await Downloader(http).OpenAsync(UrlOf(server), 100, Token);

        Nameless(await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream)));
    }

    [Fact]
    public async Task Content_that_stalls_ends_in_an_error()
    {
        await using var server = new ScriptedServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n", token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var http = Client(new FakeResolver(s_here));
        await using var stream = await Downloader(http).OpenAsync(UrlOf(server), 7, Token);

        var reading = ReadAsync(stream);
        _time.Advance(TimeSpan.FromSeconds(31));

        Nameless(await Assert.ThrowsAsync<IOException>(() => reading));
    }

    [Fact]
    public async Task Content_that_drips_for_hours_ends_in_an_error()
    {
        var more = new SemaphoreSlim(0);
        await using var server = new ScriptedServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nc", token);
            await more.WaitAsync(token);
            await WriteAsync(stream, "o", token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var http = Client(new FakeResolver(s_here));
        await using var stream = await Downloader(http).OpenAsync(UrlOf(server), 7, Token);
        byte[] buffer = new byte[1];
        await stream.ReadExactlyAsync(buffer, Token);

        _time.Advance(TimeSpan.FromHours(2.1));
        more.Release();

        Nameless(await Assert.ThrowsAsync<IOException>(() => stream.ReadExactlyAsync(buffer, Token).AsTask()));
    }

    [Fact]
    public async Task OpenAsync_of_a_host_that_never_answers_gives_up()
    {
        await using var server = new ScriptedServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        using var http = Client(new FakeResolver(s_here));

        var opening = Downloader(http).OpenAsync(UrlOf(server), 7, Token);
        await server.Asked;
        _time.Advance(TimeSpan.FromSeconds(61));

        Nameless(await Assert.ThrowsAsync<HttpRequestException>(() => opening));
    }

    [Fact]
    public async Task OpenAsync_stopped_by_its_caller_is_cancelled()
    {
        await using var server = new ScriptedServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        using var http = Client(new FakeResolver(s_here));
        using var stop = new CancellationTokenSource();

        var opening = Downloader(http).OpenAsync(UrlOf(server), 7, stop.Token);
        await server.Asked;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task Post_goes_out_and_follows_no_redirect()
    {
        await using var server = ScriptedServer.Of(Redirect(307, "/other"));
        using var http = Client(new FakeResolver(s_here));
        using var request = new HttpRequestMessage(HttpMethod.Post, UrlOf(server)) { Content = new ByteArrayContent("body"u8.ToArray()) };

        using var response = await http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.EndsWith("\r\n\r\nbody", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    private static string Redirect(int status, string target) =>
        $"HTTP/1.1 {status} Moved\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken).AsTask();

    private static async Task<string> ReadAsync(Stream stream)
    {
        var content = new MemoryStream();
        await stream.CopyToAsync(content, Token);
        return Encoding.Latin1.GetString(content.ToArray());
    }

    private static Uri UrlOf(ScriptedServer server) => new($"http://{Name}:{server.Port}/planted-path?planted-query");

    private static HttpMessageInvoker Client(IHostResolver resolver, IPNetwork[]? allowed = null) =>
        new(new GuardedHttpHandler(new AddressRules(allowed ?? [IPNetwork.Parse("127.0.0.1/32")]), resolver, new OutgoingLimits()));

    private static void Nameless(Exception exception)
    {
        string told = exception.ToString();
        Assert.DoesNotContain("planted", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0", told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
    }

    private GuardedDownloader Downloader(HttpMessageInvoker http) => new(http, new OutgoingLimits(), _time);

    private async Task FailsAsync<T>(HttpMessageInvoker http, Uri url, long maxBytes = 1000)
        where T : Exception =>
        Nameless(await Assert.ThrowsAsync<T>(() => Downloader(http).OpenAsync(url, maxBytes, Token)));
}
