namespace Bleep.Server.Storage;

/// <summary>The folder a server keeps its state in, and what the files in it are called.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Names the folder; it need not exist.</summary>
    /// <param name="path">Its path.</param>
    public DataFolder(string path) => FullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Its full path, without a separator at the end.</summary>
    public string FullPath { get; }

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(FullPath, "bleep.db");

    /// <summary>Where the first API key is put when no terminal shows it.</summary>
    public string FirstKeyFile => Path.Combine(FullPath, "first-key");

    /// <summary>Which encryption keys sealed what is in the folder; no secrets.</summary>
    public string SealingKeysFile => Path.Combine(FullPath, "sealing-keys.json");

    /// <summary>The self-signed certificate, for clients to trust.</summary>
    public string SelfSignedCertificateFile => Path.Combine(FullPath, "tls-self-signed.crt");

    /// <summary>Private key of the self-signed certificate.</summary>
    public string SelfSignedKeyFile => Path.Combine(FullPath, "tls-self-signed.key");

    /// <summary>
    /// The folder used where none is named: <c>$XDG_DATA_HOME/bleep/server</c>, by default <c>~/.local/share/bleep/server</c>; on other
    /// systems the place they have for it.
    /// </summary>
    /// <exception cref="IOException">The user has no home folder.</exception>
    public static DataFolder OfUser()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? new DataFolder(Path.Combine(home, "bleep", "server"))
            : throw new IOException("this user has no home folder; name a folder with --data");
    }

    /// <summary>Removes secrets that a process was writing when it died. Only for who has the folder to itself.</summary>
    /// <exception cref="IOException">They cannot be removed.</exception>
    public void RemovePartialSecrets()
    {
        foreach (string secret in (string[])[FirstKeyFile, SelfSignedKeyFile])
        {
            string prefix = $"{secret}.";
            // As PrivateFile names what is not whole yet. Patterns of file names would match the whole ones too.
            foreach (string file in Directory.EnumerateFiles(FullPath).Where(file => file.StartsWith(prefix, StringComparison.Ordinal)))
            {
                if (Guid.TryParseExact(file.AsSpan(prefix.Length), "N", out _))
                {
                    File.Delete(file);
                }
            }
        }
    }

    /// <summary>Makes the folder, readable by its owner alone, unless it is there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullPath);
        }
        else
        {
            Directory.CreateDirectory(FullPath, OwnerOnly);
        }
    }
}
