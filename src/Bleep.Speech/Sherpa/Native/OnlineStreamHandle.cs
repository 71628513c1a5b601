using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>Running speech of an online recogniser; to be freed before it.</summary>
internal sealed class OnlineStreamHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        SherpaLibrary.DestroyOnlineStream(handle);
        return true;
    }
}
