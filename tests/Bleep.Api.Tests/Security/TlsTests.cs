using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;

namespace Bleep.Api.Tests.Security;

/// <summary>TLS with the certificate that the server makes itself.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Self_signed_certificate_works_for_clients_that_trust_it_and_stays_the_same()
    {
        string certificate;
        await using (var server = await ServerProcess.StartAsync(_folder["data"], "--tls-self-signed"))
        {
            Assert.Equal("https", server.Url.Scheme);
            certificate = await File.ReadAllTextAsync(_folder["data/tls-self-signed.crt"], Token);
            using var trusting = ClientOf(server, certificate);
            using var uploaded = await trusting.PostAsync("v2/upload", new ByteArrayContent([1, 2, 3]), Token);
            Assert.Equal(200, (int)uploaded.StatusCode);
            string url = JsonNode.Parse(await uploaded.Content.ReadAsStringAsync(Token))!["upload_url"]!.GetValue<string>();
            Assert.StartsWith(server.Url.ToString(), url, StringComparison.Ordinal);
            // Nobody else trusts it, and nobody is answered without TLS.
            await Assert.ThrowsAsync<HttpRequestException>(() => server.Client.Http.GetAsync("health/live", Token));
            using var plain = new HttpClient { BaseAddress = new UriBuilder(server.Url) { Scheme = "http" }.Uri };
            await Assert.ThrowsAsync<HttpRequestException>(() => plain.GetAsync("health/live", Token));
        }
        await using var again = await ServerProcess.StartAsync(_folder["data"], "--tls-self-signed");
        using var known = ClientOf(again, certificate);
        Assert.Equal(200, (int)(await known.GetAsync("health/live", Token)).StatusCode);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["data/tls-self-signed.key"]));
        }
    }

    private static HttpClient ClientOf(ServerProcess server, string certificate)
    {
        var handler = new SocketsHttpHandler();
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(certificate));
        handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        var client = new HttpClient(handler) { BaseAddress = server.Url };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", server.Key);
        return client;
    }
}
