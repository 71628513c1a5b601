using System.Net;
using System.Net.Sockets;
using System.Text;
using Bleep.Server.Security;
using Bleep.Server.Security.Access;

namespace Bleep.Server.Tests.Security.Access;

public sealed class HostCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_keys_only_own_hosts_are_served()
    {
        await using var app = await AccessApp.StartAsync(options => options with
        {
            NoAuthentication = true,
            PublicUrl = new Uri("https://bleep.example/"),
            AllowedHosts = ["box.local"],
        });

        foreach (string host in new[] { "localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:9", "bleep.example", "box.local:1" })
        {
            var answer = await app.SendAsync("/who", ("Host", host));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, host);
            Assert.Equal("anonymous", await answer.Content.ReadAsStringAsync(Token));
        }
        foreach (string host in new[] { "evil.example", "localhost.evil.example", "127.0.0.2", "[::2]", "xbox.local" })
        {
            foreach (string path in new[] { "/who", "/health", "/no-such-thing" })
            {
                Assert.Equal(HttpStatusCode.MisdirectedRequest, (await app.SendAsync(path, ("Host", host))).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Without_keys_a_request_without_a_host_is_refused()
    {
        await using var app = await AccessApp.StartAsync(options => options with { NoAuthentication = true });
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Root.Port, Token);
        var stream = client.GetStream();

        await stream.WriteAsync("GET /who HTTP/1.0\r\n\r\n"u8.ToArray(), Token);

        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.Contains(" 400 ", await reader.ReadLineAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_keys_pages_of_other_origins_are_refused()
    {
        await using var app = await AccessApp.StartAsync(options => options with { NoAuthentication = true, PublicUrl = new Uri("https://bleep.example/") });

        foreach (string origin in new[] { app.Root.GetLeftPart(UriPartial.Authority), "https://bleep.example" })
        {
            Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("/who", ("Origin", origin))).StatusCode);
        }
        foreach (string origin in new[] { "https://evil.example", "null", "http://localhost:3000", "http://bleep.example", $"http://127.0.0.1:{app.Root.Port}0" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync("/who", ("Origin", origin))).StatusCode);
        }
    }

    [Fact]
    public async Task With_keys_hosts_are_checked_only_when_some_were_set()
    {
        await using var free = await AccessApp.StartAsync();
        await using var bound = await AccessApp.StartAsync(options => options with { AllowedHosts = ["bleep.example", "::5"] });

        Assert.Equal(HttpStatusCode.OK, (await free.SendAsync("/health", ("Host", "any.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bound.SendAsync("/health", ("Host", "bleep.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bound.SendAsync("/health", ("Host", "[::5]"))).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await bound.SendAsync("/health", ("Host", "any.example"))).StatusCode);
    }

    [Fact]
    public void Check_of_unsafe_settings_is_refused()
    {
        var safe = new ServerOptions { DataFolder = "/nowhere" };
        AccessRules.Check(safe with { NoAuthentication = true });
        AccessRules.Check(safe with { NoAuthentication = true, Listen = new IPEndPoint(IPAddress.IPv6Loopback, 80) });
        AccessRules.Check(safe with { Listen = new IPEndPoint(IPAddress.Any, 80), PublicUrl = new Uri("https://x.example/a"), AllowedHosts = ["x.example", "[::1]"] });

        foreach (var options in new[]
        {
            safe with { NoAuthentication = true, Listen = new IPEndPoint(IPAddress.Any, 80) },
            safe with { NoAuthentication = true, Listen = new IPEndPoint(IPAddress.Parse("192.168.0.1"), 80) },
            safe with { PublicUrl = new Uri("ftp://x.example/") },
            safe with { PublicUrl = new Uri("https://x.example/?a=b") },
            safe with { PublicUrl = new Uri("https://user@x.example/") },
            safe with { AllowedHosts = ["https://x.example"] },
        })
        {
            Assert.Throws<SecuritySetupException>(() => AccessRules.Check(options));
        }
    }
}
