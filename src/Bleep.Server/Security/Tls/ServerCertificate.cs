using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bleep.Server.Storage;

namespace Bleep.Server.Security.Tls;

/// <summary>What a server shows its clients over TLS.</summary>
/// <param name="Leaf">Its own certificate with the private key.</param>
/// <param name="Chain">The certificates between it and the root, from the same file.</param>
internal sealed record ServerCertificate(X509Certificate2 Leaf, X509Certificate2Collection Chain) : IDisposable
{
    /// <summary>Loads the certificate that the settings name, or makes the self-signed one.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <returns>The certificate, or null for plain HTTP.</returns>
    /// <exception cref="SecuritySetupException">The files cannot be read or do not belong together, or the certificate has run out.</exception>
    public static ServerCertificate? Load(ServerOptions options, TimeProvider timeProvider)
    {
        bool isNamed = options.TlsCertificateFile is not null || options.TlsKeyFile is not null;
        if (options.TlsSelfSigned)
        {
            return isNamed
                ? throw new SecuritySetupException("--tls-self-signed makes a certificate of its own; leave out --tls-cert and --tls-key")
                : new SelfSignedCertificate(new DataFolder(options.DataFolder), timeProvider).LoadOrCreate(SelfSignedCertificate.NamesOf(options));
        }
        if (!isNamed)
        {
            return null;
        }
        if (options.TlsCertificateFile is not { } certificateFile || options.TlsKeyFile is not { } keyFile)
        {
            throw new SecuritySetupException("TLS needs a certificate and its key; give both --tls-cert and --tls-key");
        }
        var certificate = Read(certificateFile, keyFile);
        if (certificate.Leaf.NotAfter.ToUniversalTime() <= timeProvider.GetUtcNow())
        {
            certificate.Dispose();
            throw new SecuritySetupException($"the certificate {certificateFile} has run out; renew it");
        }
        return certificate;
    }

    /// <summary>Reads a certificate from files in PEM form.</summary>
    /// <param name="certificateFile">The certificate, then those between it and the root.</param>
    /// <param name="keyFile">Its private key, not encrypted.</param>
    /// <exception cref="SecuritySetupException">The files cannot be read or do not belong together.</exception>
    public static ServerCertificate Read(string certificateFile, string keyFile)
    {
        try
        {
            var leaf = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
            if (OperatingSystem.IsWindows())
            {
                // Its TLS takes no key that lives in memory only.
                using var inMemory = leaf;
                leaf = X509CertificateLoader.LoadPkcs12(inMemory.Export(X509ContentType.Pkcs12), password: null);
            }
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificateFile);
            chain[0].Dispose();
            chain.RemoveAt(0);
            return new ServerCertificate(leaf, chain);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecuritySetupException($"the certificate {certificateFile} or its key {keyFile} cannot be read; check names and permissions");
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new SecuritySetupException($"{certificateFile} and {keyFile} are not a certificate and its unencrypted key in PEM form");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Leaf.Dispose();
        foreach (var certificate in Chain)
        {
            certificate.Dispose();
        }
    }
}
