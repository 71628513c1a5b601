using System.Net;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bleep.Server.Security;
using Bleep.Server.Security.Tls;
using Bleep.Server.Storage;
using Bleep.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Security.Tls;

[UnsupportedOSPlatform("windows")]
public sealed class ServerCertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DataFolder _data;

    public ServerCertificateTests() => _data = new DataFolder(_folder["data"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_without_settings_gives_none() => Assert.Null(ServerCertificate.Load(Options(), _time));

    [Fact]
    public void Load_self_signed_makes_a_certificate_for_all_names_and_keeps_it()
    {
        var options = Options() with { TlsSelfSigned = true, PublicUrl = new Uri("https://bleep.example:8443/"), Listen = new IPEndPoint(IPAddress.Parse("192.0.2.7"), 8443) };

        using var made = ServerCertificate.Load(options, _time)!;
        using var kept = ServerCertificate.Load(options, _time)!;

        Assert.Equal(made.Leaf.Thumbprint, kept.Leaf.Thumbprint);
        Assert.True(made.Leaf.HasPrivateKey);
        foreach (string name in new[] { "localhost", "127.0.0.1", "::1", "bleep.example", "192.0.2.7" })
        {
            Assert.True(made.Leaf.MatchesHostname(name), name);
        }
        Assert.False(made.Leaf.MatchesHostname("other.example"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_data.SelfSignedKeyFile));
    }

    [Fact]
    public void Load_self_signed_makes_another_one_for_a_new_name_and_before_it_runs_out()
    {
        var options = Options() with { TlsSelfSigned = true };
        using var first = ServerCertificate.Load(options, _time)!;

        using var renamed = ServerCertificate.Load(options with { PublicUrl = new Uri("https://bleep.example/") }, _time)!;
        _time.Advance(TimeSpan.FromDays(350));
        using var renewed = ServerCertificate.Load(options, _time)!;

        Assert.Equal(3, new[] { first, renamed, renewed }.Select(certificate => certificate.Leaf.Thumbprint).Distinct().Count());
        Assert.True(renewed.Leaf.NotAfter.ToUniversalTime() > _time.GetUtcNow().AddDays(300));
    }

    [Fact]
    public void Load_of_files_gives_the_certificate_and_those_above_it()
    {
        var (certificateFile, keyFile) = WriteChain();

        using var loaded = ServerCertificate.Load(Options() with { TlsCertificateFile = certificateFile, TlsKeyFile = keyFile }, _time)!;

        Assert.Equal("CN=server", loaded.Leaf.Subject);
        Assert.True(loaded.Leaf.HasPrivateKey);
        Assert.Equal("CN=authority", Assert.Single(loaded.Chain).Subject);
    }

    [Fact]
    public void Load_of_files_that_will_not_do_is_refused()
    {
        var (certificateFile, keyFile) = WriteChain();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string otherKey = _folder.Write("other.key", other.ExportPkcs8PrivateKeyPem());

        Refused(Options() with { TlsCertificateFile = certificateFile });
        Refused(Options() with { TlsKeyFile = keyFile });
        Refused(Options() with { TlsCertificateFile = certificateFile, TlsKeyFile = otherKey });
        Refused(Options() with { TlsCertificateFile = keyFile, TlsKeyFile = keyFile });
        Refused(Options() with { TlsCertificateFile = _folder["missing"], TlsKeyFile = keyFile });
        Refused(Options() with { TlsCertificateFile = certificateFile, TlsKeyFile = keyFile, TlsSelfSigned = true });
        _time.Advance(TimeSpan.FromDays(1000));
        Refused(Options() with { TlsCertificateFile = certificateFile, TlsKeyFile = keyFile });
    }

    private void Refused(ServerOptions options) => Assert.Throws<SecuritySetupException>(() => ServerCertificate.Load(options, _time));

    private ServerOptions Options() => new() { DataFolder = _data.FullPath };

    private (string CertificateFile, string KeyFile) WriteChain()
    {
        var now = _time.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        using var authority = authorityRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(500));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256);
        using var certificate = request.Create(authority, now.AddDays(-1), now.AddDays(400), [1, 2, 3]);
        return (
            _folder.Write("chain.pem", $"{certificate.ExportCertificatePem()}\n{authority.ExportCertificatePem()}\n"),
            _folder.Write("server.key", key.ExportPkcs8PrivateKeyPem()));
    }
}
