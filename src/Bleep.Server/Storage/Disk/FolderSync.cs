using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bleep.Server.Storage.Disk;

/// <summary>Makes a rename last: the name of a file is on the disk only when its folder was flushed, which .NET itself cannot do.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Flushes the entries of a folder to the disk. Does nothing on Windows, whose file systems keep a log of renames.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var handle = new SafeFileHandle(open(folder, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid || fsync(handle) != 0)
        {
            throw new IOException($"a folder of the data folder cannot be flushed (error {Marshal.GetLastPInvokeError()})");
        }
    }

#pragma warning disable IDE1006, CA2101, SYSLIB1054 // Names of the C library; paths there are UTF-8; source generation would need unsafe code.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(SafeFileHandle file);
#pragma warning restore IDE1006, CA2101, SYSLIB1054
}
