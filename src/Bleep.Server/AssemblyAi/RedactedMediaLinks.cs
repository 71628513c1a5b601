using Bleep.Server.Security;

namespace Bleep.Server.AssemblyAi;

/// <summary>Links to redacted media that work for a while without authorization.</summary>
/// <param name="links">Signs them.</param>
/// <param name="options">How long they work.</param>
internal sealed class RedactedMediaLinks(SignedLinks links, ServerOptions options)
{
    /// <summary>A new link.</summary>
    /// <param name="id">The transcript.</param>
    /// <param name="extension">Extension of the media without its dot.</param>
    public string Of(Guid id, string extension) => links.Create(id, extension, options.LinkLifetime).ToString();
}
