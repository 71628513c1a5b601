using System.Reflection;
using System.Runtime.InteropServices;

namespace Bleep.Speech.Native;

/// <summary>The one place that says which file stands behind a native library's name. Used inside engine hosts alone.</summary>
internal static class NativeLibraries
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, IReadOnlyList<string>> Files = [];
    private static bool _isResolving;

    /// <summary>Says where a library is and loads it.</summary>
    /// <param name="name">The name in the bindings' attributes.</param>
    /// <param name="candidates">File names or paths, the best first.</param>
    /// <returns>False when none of them can be loaded.</returns>
    public static bool TryLoad(string name, IReadOnlyList<string> candidates)
    {
        lock (Gate)
        {
            Files[name] = candidates;
            if (!_isResolving)
            {
                NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
                _isResolving = true;
            }
        }
        return Resolve(name, typeof(NativeLibraries).Assembly, null) != 0;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        IReadOnlyList<string>? candidates;
        lock (Gate)
        {
            if (!Files.TryGetValue(name, out candidates))
            {
                return 0;
            }
        }
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, searchPath, out nint handle))
            {
                return handle;
            }
        }
        return 0;
    }
}
