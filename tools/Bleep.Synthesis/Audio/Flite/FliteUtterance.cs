using System.Runtime.InteropServices;

namespace Bleep.Synthesis.Audio.Flite;

/// <summary>An utterance that the flite library owns.</summary>
internal sealed class FliteUtterance() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        _ = FliteNative.DeleteUtterance(handle);
        return true;
    }
}
