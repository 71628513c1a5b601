using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bleep.Media.Processes;

/// <summary>
/// Lets pipes to and from media tools hold more than the usual 64 KiB, so that decoder, masker and encoder each find work while
/// another one is paused by a busy machine.
/// </summary>
internal static partial class PipeCapacity
{
    /// <summary>What an unprivileged process may ask for unless the administrator lowered it.</summary>
    private const int Bytes = 1 << 20;

    // Linux's own command, see fcntl(2).
    private const int SetPipeSize = 1031;

    /// <summary>Asks for a larger pipe; where the system has none to give, the usual one works too.</summary>
    public static void Raise(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe)
        {
            _ = Control(pipe.SafePipeHandle, SetPipeSize, Bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafePipeHandle handle, int command, int argument);
}
