namespace Bleep.Server.AssemblyAi;

/// <summary>The addresses that uploads are known by. Only this server can read what is behind them.</summary>
/// <param name="address">Where clients reach the server.</param>
internal sealed class UploadUrls(PublicAddress address)
{
    private readonly string _prefix = address.Of("upload/");

    /// <summary>The address of an upload.</summary>
    public string Of(Guid id) => $"{_prefix}{id:N}";

    /// <summary>True when an address is an upload's.</summary>
    public bool TryParse(string url, out Guid id)
    {
        id = default;
        return url.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(url.AsSpan(_prefix.Length), "N", out id);
    }
}
