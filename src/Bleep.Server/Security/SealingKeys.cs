using System.Text.Json;
using Bleep.Server.Storage;

namespace Bleep.Server.Security;

/// <summary>
/// Remembers in the data folder which keys sealed what is in it, as <c>{"keys":{ID:CHECK}}</c> without secrets, so that a server with other
/// keys refuses to start rather than failing at every read, or sealing new data under a key that nobody keeps.
/// </summary>
/// <param name="folder">The data folder.</param>
internal sealed class SealingKeys(DataFolder folder)
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Opens the keys of a server: those in its key file, which is made at the first start.</summary>
    /// <param name="options">Names the data folder and the key file.</param>
    /// <param name="timeProvider">Clock for the times in the key file.</param>
    /// <exception cref="SecuritySetupException">The key file is broken, exposed, or not the one of this data.</exception>
    public static KeyRing Open(ServerOptions options, TimeProvider timeProvider)
    {
        var folder = new DataFolder(options.DataFolder);
        var file = new KeyFile(options.KeyFile ?? KeyFile.DefaultPathFor(folder), timeProvider);
        var sealing = new SealingKeys(folder);
        var used = sealing.Read();
        // New keys for old data would open nothing of it.
        var ring = used.Count > 0 ? file.Load() : file.LoadOrCreate();
        sealing.Check(used, ring, file.Path);
        sealing.Record(used, ring.Current);
        return ring;
    }

    private void Check(Dictionary<string, string> used, KeyRing ring, string path)
    {
        var known = ring.Keys.ToDictionary(key => key.IdText, key => key.CheckValue());
        foreach ((string id, string check) in used)
        {
            if (known.GetValueOrDefault(id) != check)
            {
                throw new SecuritySetupException(
                    $"the data in {folder.FullPath} was sealed under key {id}, which the key file {path} lacks; name the right file with --key-file");
            }
        }
    }

    private void Record(Dictionary<string, string> used, MasterKey current)
    {
        if (!used.TryAdd(current.IdText, current.CheckValue()))
        {
            return;
        }
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("keys");
            foreach ((string id, string check) in used)
            {
                json.WriteString(id, check);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        try
        {
            folder.Create();
            PrivateFile.Write(folder.SealingKeysFile, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecuritySetupException($"the data folder {folder.FullPath} cannot be written; check its permissions");
        }
    }

    private Dictionary<string, string> Read()
    {
        if (!File.Exists(folder.SealingKeysFile))
        {
            return [];
        }
        try
        {
            if (new FileInfo(folder.SealingKeysFile).Length > MaxBytes)
            {
                throw Unreadable();
            }
            using var document = JsonDocument.Parse(File.ReadAllBytes(folder.SealingKeysFile));
            return document.RootElement.GetProperty("keys").EnumerateObject().ToDictionary(key => key.Name, key => key.Value.GetString() ?? "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException or ArgumentException)
        {
            throw Unreadable();
        }
    }

    private SecuritySetupException Unreadable() => new($"{folder.SealingKeysFile} cannot be read; restore it from a backup");
}
