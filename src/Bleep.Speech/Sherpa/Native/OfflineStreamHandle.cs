using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>One utterance of an offline recogniser; to be freed before it.</summary>
internal sealed class OfflineStreamHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        SherpaLibrary.DestroyOfflineStream(handle);
        return true;
    }
}
