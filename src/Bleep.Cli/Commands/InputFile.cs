namespace Bleep.Cli.Commands;

/// <summary>Opens what a user names on the command line; a dash is standard input.</summary>
internal static class InputFile
{
    public static Stream Open(string? path)
    {
        if (path is null or "-")
        {
            return Console.OpenStandardInput();
        }
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, useAsync: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CommandFailure.Input($"{path}: {Reason(path, exception)}");
        }
    }

    private static string Reason(string path, Exception exception) => exception switch
    {
        _ when Directory.Exists(path) => "is a folder; name a file",
        FileNotFoundException or DirectoryNotFoundException => "does not exist; check the name",
        UnauthorizedAccessException => "cannot be read; check its permissions",
        _ => "cannot be opened; check the name and the disk",
    };
}
