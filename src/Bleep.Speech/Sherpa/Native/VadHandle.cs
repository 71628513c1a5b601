using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>A detector of speech with its model.</summary>
internal sealed class VadHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        SherpaLibrary.DestroyVad(handle);
        return true;
    }
}
