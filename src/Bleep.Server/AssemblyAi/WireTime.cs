using System.Globalization;

namespace Bleep.Server.AssemblyAi;

/// <summary>How instants are written: ISO 8601 in UTC.</summary>
internal static class WireTime
{
    /// <summary>An instant.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
