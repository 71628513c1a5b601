using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>A recogniser of running speech with its model.</summary>
internal sealed class OnlineRecognizerHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        SherpaLibrary.DestroyOnlineRecognizer(handle);
        return true;
    }
}
