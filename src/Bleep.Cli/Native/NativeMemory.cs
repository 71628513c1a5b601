using System.Runtime.InteropServices;

namespace Bleep.Cli.Native;

/// <summary>Keeps the C library's heap of this process small.</summary>
internal static partial class NativeMemory
{
    // M_ARENA_MAX, mallopt(3).
    private const int ArenaMax = -8;

    private const int Arenas = 2;

    /// <summary>
    /// Has all threads share two arenas. By default each thread may get one of its own, and what many short jobs leave in all of them is never
    /// given back: a server's memory grew with the number of its requests. Does nothing where the C library has no such setting.
    /// </summary>
    public static void ShareArenas()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        try
        {
            _ = SetOption(ArenaMax, Arenas);
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            // musl has one heap for all.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int SetOption(int parameter, int value);
}
