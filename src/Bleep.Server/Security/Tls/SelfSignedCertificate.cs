using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bleep.Server.Storage;

namespace Bleep.Server.Security.Tls;

/// <summary>The certificate for trials: made at the first start, kept in the data folder, made anew when it runs out or lacks a name.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class SelfSignedCertificate(DataFolder folder, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan s_renewal = TimeSpan.FromDays(30);

    /// <summary>The names and addresses that clients may use for a server.</summary>
    /// <param name="options">The settings.</param>
    public static IReadOnlyList<string> NamesOf(ServerOptions options)
    {
        var names = new List<string> { "localhost", "127.0.0.1", "::1" };
        if (!IPAddress.Any.Equals(options.Listen.Address) && !IPAddress.IPv6Any.Equals(options.Listen.Address))
        {
            names.Add(options.Listen.Address.ToString());
        }
        if (options.PublicUrl is { } url)
        {
            names.Add(url.IdnHost.Trim('[', ']'));
        }
        names.AddRange(options.AllowedHosts.Select(host => host.Trim('[', ']')));
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Loads the certificate, or makes one.</summary>
    /// <param name="names">Names and addresses that it must hold for.</param>
    /// <exception cref="SecuritySetupException">It can be neither read nor written.</exception>
    public ServerCertificate LoadOrCreate(IReadOnlyList<string> names)
    {
        if (File.Exists(folder.SelfSignedCertificateFile) && File.Exists(folder.SelfSignedKeyFile))
        {
            var kept = ServerCertificate.Read(folder.SelfSignedCertificateFile, folder.SelfSignedKeyFile);
            if (kept.Leaf.NotAfter.ToUniversalTime() - s_renewal > timeProvider.GetUtcNow() && names.All(name => kept.Leaf.MatchesHostname(name)))
            {
                return kept;
            }
            kept.Dispose();
        }
        try
        {
            folder.Create();
            Create(names);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecuritySetupException($"the data folder {folder.FullPath} cannot be written; check its permissions");
        }
        return ServerCertificate.Read(folder.SelfSignedCertificateFile, folder.SelfSignedKeyFile);
    }

    private void Create(IReadOnlyList<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=bleep (self-signed)", key, HashAlgorithmName.SHA256);
        var subjects = new SubjectAlternativeNameBuilder();
        foreach (string name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                subjects.AddIpAddress(address);
            }
            else
            {
                subjects.AddDnsName(name);
            }
        }
        request.CertificateExtensions.Add(subjects.Build());
        // Of no authority: who trusts it trusts this server and nothing that it could sign.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = timeProvider.GetUtcNow();
        // A client's clock may be a little behind.
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now + s_lifetime);
        PrivateFile.Write(folder.SelfSignedKeyFile, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        PrivateFile.Write(folder.SelfSignedCertificateFile, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));
    }
}
