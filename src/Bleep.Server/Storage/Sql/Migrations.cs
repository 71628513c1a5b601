using System.Globalization;
using System.Reflection;

namespace Bleep.Server.Storage.Sql;

/// <summary>The embedded migration files of one database: <c>0001_name.sql</c> and on, each applied once and never changed afterwards.</summary>
/// <param name="database">Name of the folder the files stand in.</param>
internal sealed class Migrations(string database)
{
    /// <summary>The files in their order.</summary>
    public IReadOnlyList<(int Version, string Sql)> Files { get; } = [.. Read(database).OrderBy(file => file.Version)];

    private static IEnumerable<(int Version, string Sql)> Read(string database)
    {
        var assembly = Assembly.GetExecutingAssembly();
        string prefix = $"Bleep.Server.Migrations.{database}.";
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
