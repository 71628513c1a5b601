using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bleep.Speech.Native;

/// <summary>Makes the running process a good child: it dies with its parent, keeps quiet and leaves Ctrl-C to the parent.</summary>
internal sealed class HostIsolation : IDisposable
{
    /// <summary>Environment variable by which a pool tells its host who started it: the parent's process id.</summary>
    public const string ParentVariable = "BLEEP_ENGINE_HOST_PARENT";

    private readonly PosixSignalRegistration? _interrupt;

    private HostIsolation(PosixSignalRegistration? interrupt) => _interrupt = interrupt;

    /// <summary>Isolates the process if a pool started it; else (run by hand, or inside another program) changes nothing.</summary>
    public static HostIsolation Enter()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(ParentVariable), out int parent))
        {
            return new HostIsolation(null);
        }
        // A terminal sends Ctrl-C to the whole group. The parent must be the one to say what ends, or it would see crashes.
        var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        if (OperatingSystem.IsLinux())
        {
            DieWith(parent);
            SilenceStandardOutputs();
        }
        return new HostIsolation(interrupt);
    }

    /// <summary>
    /// Ends the process at once, when a pool started it. Native code may still be decoding on another thread; the libraries' own
    /// clean-up would pull the ground from under it.
    /// </summary>
    /// <param name="exitCode">Exit code of the process.</param>
    public void ExitIfChild(int exitCode)
    {
        if (_interrupt is not null && OperatingSystem.IsLinux())
        {
            LibC.ExitNow(exitCode);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _interrupt?.Dispose();

    [SupportedOSPlatform("linux")]
    private static void DieWith(int parent)
    {
        const int setParentDeathSignal = 1, kill = 9;
        _ = LibC.ProcessControl(setParentDeathSignal, kill, 0, 0, 0);
        // The parent may have died before the request was made.
        if (LibC.GetParentProcessId() != parent)
        {
            LibC.ExitNow(0);
        }
    }

    /// <summary>
    /// A native library that prints would break the frames, or show on the user's terminal what it heard. The frames go through a
    /// duplicate of the standard output that .NET makes when it opens the stream.
    /// </summary>
    [SupportedOSPlatform("linux")]
    private static void SilenceStandardOutputs()
    {
        const int writeOnly = 1;
        int nowhere = LibC.Open("/dev/null", writeOnly);
        if (nowhere >= 0)
        {
            _ = LibC.Duplicate(nowhere, 1);
            _ = LibC.Duplicate(nowhere, 2);
            _ = LibC.Close(nowhere);
        }
    }
}
