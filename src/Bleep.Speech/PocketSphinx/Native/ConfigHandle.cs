using System.Runtime.InteropServices;

namespace Bleep.Speech.PocketSphinx.Native;

/// <summary>A <c>cmd_ln_t</c>. Decoders keep a reference of their own, so it may go once they are made.</summary>
internal sealed class ConfigHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        _ = SphinxBase.FreeConfig(handle);
        return true;
    }
}
