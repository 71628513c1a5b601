using System.Runtime.InteropServices;

namespace Bleep.Speech.PocketSphinx.Native;

/// <summary>Calls of <c>libsphinxbase</c>, the API of 5prealpha.</summary>
internal static partial class SphinxBase
{
    /// <summary>Name of the library in these bindings.</summary>
    public const string Library = "sphinxbase";

    /// <summary>Parses <c>-name value</c> pairs after a program name; null for an unknown or repeated name when strict.</summary>
    [LibraryImport(Library, EntryPoint = "cmd_ln_parse_r")]
    public static unsafe partial ConfigHandle ParseArguments(nint config, nint definitions, int count, byte** arguments, int isStrict);

    [LibraryImport(Library, EntryPoint = "cmd_ln_free_r")]
    public static partial int FreeConfig(nint config);

    /// <summary>Value of a number in log space.</summary>
    [LibraryImport(Library, EntryPoint = "logmath_exp")]
    public static partial double Exp(nint logMath, int value);

    /// <summary>Where log lines go; 0 for nowhere.</summary>
    [LibraryImport(Library, EntryPoint = "err_set_logfp")]
    public static partial void SetLogFile(nint file);

    /// <summary>Frees memory the libraries gave to the caller.</summary>
    [LibraryImport(Library, EntryPoint = "ckd_free")]
    public static partial void Free(nint memory);
}
