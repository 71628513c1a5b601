namespace Bleep.Media.Files;

/// <summary>Names under which a child process opens a file that this process holds open.</summary>
internal static class ToolPaths
{
    /// <summary>
    /// On Linux a path through this process's table of open files: it works for a file without a name, cannot be swapped for
    /// another file meanwhile, and shows nobody in the list of processes what the file is called.
    /// </summary>
    public static string Of(FileStream stream) => OperatingSystem.IsLinux()
        ? $"file:/proc/{Environment.ProcessId}/fd/{stream.SafeFileHandle.DangerousGetHandle()}"
        : "file:" + stream.Name;
}
