using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bleep.Speech.Native;

/// <summary>The few calls of the C library that .NET has no name for.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LibC
{
    /// <summary><c>prctl</c>; -1 on failure.</summary>
    [LibraryImport("libc", EntryPoint = "prctl")]
    public static partial int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    /// <summary><c>getppid</c>.</summary>
    [LibraryImport("libc", EntryPoint = "getppid")]
    public static partial int GetParentProcessId();

    /// <summary><c>_exit</c>: no clean-up, does not return.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void ExitNow(int exitCode);

    /// <summary><c>open</c> of an existing file; -1 on failure.</summary>
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    /// <summary><c>dup2</c>; -1 on failure.</summary>
    [LibraryImport("libc", EntryPoint = "dup2")]
    public static partial int Duplicate(int source, int target);

    /// <summary><c>close</c>; -1 on failure.</summary>
    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary><c>memfd_create</c>: a file that exists in memory alone; -1 on failure.</summary>
    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateMemoryFile(string name, uint flags);
}
