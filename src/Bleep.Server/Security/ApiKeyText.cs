using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Bleep.Server.Security;

/// <summary>
/// The text of an API key, <c>bleep_ID_SECRET</c>: an id of 12 hexadecimal digits, by which it is looked up, and 256 random bits in
/// hexadecimal, of which only the hash of the whole text is kept.
/// </summary>
internal static class ApiKeyText
{
    private const string Prefix = "bleep_";
    private const int IdBytes = 6;
    private const int SecretBytes = 32;
    private const int IdEnd = 6 + (2 * IdBytes);
    private const int Length = IdEnd + 1 + (2 * SecretBytes);

    /// <summary>Makes a key.</summary>
    /// <returns>Its id and its whole text.</returns>
    public static (string Id, string Text) Create()
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        return (id, $"{Prefix}{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }

    /// <summary>Reads the id of a text that has the form of a key.</summary>
    /// <param name="text">What a client sent.</param>
    /// <param name="id">The id.</param>
    public static bool TryReadId(string text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[IdEnd] != '_')
        {
            return false;
        }
        foreach (char unit in text.AsSpan(Prefix.Length))
        {
            if (!char.IsAsciiHexDigitLower(unit) && unit != '_')
            {
                return false;
            }
        }
        id = text[Prefix.Length..IdEnd];
        return true;
    }

    /// <summary>SHA-256 of the text, as it is kept.</summary>
    /// <param name="text">The text of a key.</param>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));
}
