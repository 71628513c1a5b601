namespace Bleep.Server.AssemblyAi;

/// <summary>The address under which clients reach the server. Links are built from it alone, never from what a request says of itself.</summary>
/// <param name="root">An absolute address that ends with a slash.</param>
internal sealed class PublicAddress(Uri root)
{
    /// <summary>The address itself.</summary>
    public Uri Root => root;

    /// <summary>An address below it.</summary>
    /// <param name="path">Path and query without a leading slash.</param>
    public string Of(string path) => new Uri(root, path).ToString();
}
