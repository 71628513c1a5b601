namespace Bleep.Testing;

/// <summary>A folder of a test's own, gone when the test is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("bleep-test-").FullName;

    /// <summary>Makes the folder on the disk of another one.</summary>
    /// <param name="parent">The other folder; made if it is not there.</param>
    public TemporaryFolder(string parent) =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"bleep-test-{Guid.NewGuid():N}")).FullName;

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Names of everything in it, folders below included, in order.</summary>
    public IReadOnlyList<string> Entries =>
        [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Select(entry => System.IO.Path.GetRelativePath(Path, entry)).Order(StringComparer.Ordinal)];

    /// <summary>Path of something in it.</summary>
    /// <param name="name">Its name.</param>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a text file and gives its path.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its text.</param>
    public string Write(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], content);
        return this[name];
    }

    /// <summary>Writes a file and gives its path.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
