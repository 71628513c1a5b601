using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bleep.Server.Storage;

namespace Bleep.Server.Security;

/// <summary>
/// The file a <see cref="KeyRing"/> is kept in, outside the data folder by default so that a copy of the data alone opens nothing:
/// <c>{"version":1,"current":ID,"keys":[{"id":ID,"created_at":ISO 8601,"secret":BASE64}]}</c>, ids of 16 hexadecimal digits.
/// </summary>
/// <param name="path">Its path.</param>
/// <param name="timeProvider">Clock for the times in it.</param>
internal sealed class KeyFile(string path, TimeProvider timeProvider)
{
    private const int Version = 1;

    // Some hundred bytes a key: a file beyond this is something else.
    private const int MaxBytes = 1 << 20;

    /// <summary>Its path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>True when it is there.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>
    /// The key file of a data folder where none is named: <c>$XDG_CONFIG_HOME/bleep/HASH.keys.json</c>, by default below
    /// <c>~/.config</c>; HASH comes of the folder's full path.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="SecuritySetupException">The user has no home folder.</exception>
    public static string DefaultPathFor(DataFolder folder)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length == 0)
        {
            throw new SecuritySetupException("this user has no home folder for the encryption keys; name a file with --key-file");
        }
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.FullPath)).AsSpan(0, 6));
        return System.IO.Path.Combine(home, "bleep", $"{hash}.keys.json");
    }

    /// <summary>Reads the keys.</summary>
    /// <exception cref="SecuritySetupException">It is missing, unreadable, malformed, or others may read it.</exception>
    public KeyRing Load()
    {
        if (!Exists)
        {
            throw new SecuritySetupException($"there is no key file {Path}; name the right one with --key-file or restore it from a backup");
        }
        try
        {
            if (PrivateFile.IsExposed(Path))
            {
                throw new SecuritySetupException($"others may read or change the key file {Path}; run 'chmod 600' on it");
            }
            if (new FileInfo(Path).Length > MaxBytes)
            {
                throw Malformed();
            }
            return Parse(File.ReadAllBytes(Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecuritySetupException($"the key file {Path} cannot be read; check its permissions");
        }
    }

    /// <summary>Reads the keys, or makes the file with a first key.</summary>
    /// <exception cref="SecuritySetupException">It cannot be read or made.</exception>
    public KeyRing LoadOrCreate()
    {
        if (Exists)
        {
            return Load();
        }
        try
        {
            string folder = System.IO.Path.GetDirectoryName(Path)!;
            new DataFolder(folder).Create();
            var first = MasterKey.Create(timeProvider.GetUtcNow());
            PrivateFile.TryWriteNew(Path, Format(new KeyRing([first], first)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecuritySetupException($"the key file {Path} cannot be made; name another with --key-file");
        }
        // Read again, since another process may have been quicker.
        return Load();
    }

    /// <summary>Adds a key, which seals from the next start on; what the others sealed still opens.</summary>
    /// <exception cref="SecuritySetupException">It cannot be read or written.</exception>
    public KeyRing Rotate()
    {
        var rotated = Load().Rotate(timeProvider.GetUtcNow());
        try
        {
            PrivateFile.Write(Path, Format(rotated));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecuritySetupException($"the key file {Path} cannot be written; check its permissions and those of its folder");
        }
        return rotated;
    }

    private static byte[] Format(KeyRing ring)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("current", ring.Current.IdText);
            json.WriteStartArray("keys");
            foreach (var key in ring.Keys)
            {
                json.WriteStartObject();
                json.WriteString("id", key.IdText);
                json.WriteString("created_at", key.CreatedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                json.WriteBase64String("secret", key.Secret);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private KeyRing Parse(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
            {
                throw new SecuritySetupException($"the key file {Path} was made by another version of bleep");
            }
            var keys = root.GetProperty("keys").EnumerateArray().Select(ReadKey).ToList();
            ulong current = ReadId(root.GetProperty("current"));
            return new KeyRing(keys, keys.Single(key => key.Id == current));
        }
        // Nothing of the parser's own message: it may quote a secret.
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Malformed();
        }
    }

    private static MasterKey ReadKey(JsonElement key) =>
        new(ReadId(key.GetProperty("id")), key.GetProperty("created_at").GetDateTimeOffset(), key.GetProperty("secret").GetBytesFromBase64());

    private static ulong ReadId(JsonElement id) => ulong.Parse(id.GetString() ?? "", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private SecuritySetupException Malformed() => new($"the key file {Path} is not a key file; restore it from a backup");
}
