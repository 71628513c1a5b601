namespace Bleep.Cli.Options;

/// <summary>Reads files that settings name. What cannot be read is a wrong command line.</summary>
internal static class SettingsFile
{
    public static byte[] ReadBytes(string path, int maxBytes)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > maxBytes)
            {
                throw CommandFailure.Usage($"{path}: larger than {maxBytes / (1024 * 1024)} MiB");
            }
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CommandFailure.Usage($"{path}: cannot be read; check the name and its permissions");
        }
    }
}
