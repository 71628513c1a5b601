using System.Security.Cryptography;

namespace Bleep.Outputs;

/// <summary>The SHA-256 of a file, by which an audit names the media it is about.</summary>
public static class FileDigest
{
    /// <summary>Reads the whole file in bounded memory.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static async Task<string> Sha256Async(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
