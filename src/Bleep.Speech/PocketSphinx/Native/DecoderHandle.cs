using System.Runtime.InteropServices;

namespace Bleep.Speech.PocketSphinx.Native;

/// <summary>A <c>ps_decoder_t</c>.</summary>
internal sealed class DecoderHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => PocketSphinxLibrary.FreeDecoder(handle) == 0;
}
