using System.Diagnostics.CodeAnalysis;

namespace Bleep.Server.Security;

/// <summary>Scopes as users and tables write them: names in lower case, separated by commas.</summary>
internal static class ApiScopeNames
{
    private static readonly (string Name, ApiScopes Scope)[] s_names =
    [
        ("admin", ApiScopes.Admin),
        ("metrics", ApiScopes.Metrics),
        ("transcripts", ApiScopes.Transcripts),
    ];

    /// <summary>All names in their order, separated by commas.</summary>
    public static string Known => Format(ApiScopes.All);

    /// <summary>Writes scopes.</summary>
    /// <param name="scopes">The scopes.</param>
    public static string Format(ApiScopes scopes) => string.Join(',', s_names.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Name));

    /// <summary>Reads scopes.</summary>
    /// <param name="text">Names, separated by commas.</param>
    /// <param name="scopes">The scopes; those known of the text where the answer is false.</param>
    /// <param name="unknown">The first name that is no scope.</param>
    /// <returns>True when all names are known and there is one at least.</returns>
    public static bool TryParse(string text, out ApiScopes scopes, [NotNullWhen(false)] out string? unknown)
    {
        scopes = ApiScopes.None;
        unknown = null;
        foreach (string name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = s_names.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Scope;
            scopes |= found;
            unknown ??= found == ApiScopes.None ? name : null;
        }
        unknown ??= scopes == ApiScopes.None ? "" : null;
        return unknown is null;
    }
}
