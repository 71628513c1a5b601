namespace Bleep.Speech.Models;

/// <summary>The native library for one platform: a package of npm, which is an archive at a public address.</summary>
/// <param name="Platform">.NET's name of the platform, such as <c>linux-x64</c>.</param>
/// <param name="Package">npm's name of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Integrity">npm's integrity text: <c>sha512-</c> and the hash in Base64.</param>
/// <param name="Address">Address of the archive, for machines without npm.</param>
/// <param name="Files">The libraries in it, the one that is loaded first.</param>
public sealed record CatalogueLibrary(
    string Platform, string Package, string Version, string Integrity, Uri Address, IReadOnlyList<string> Files);
