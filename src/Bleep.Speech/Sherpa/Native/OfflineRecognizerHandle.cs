using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>A recogniser of whole utterances with its model.</summary>
internal sealed class OfflineRecognizerHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        SherpaLibrary.DestroyOfflineRecognizer(handle);
        return true;
    }
}
