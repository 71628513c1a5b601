using Microsoft.Win32.SafeHandles;

namespace Bleep.Media.Encoders.Amr;

/// <summary>State of a narrow-band encoder.</summary>
internal sealed class NarrowEncoderHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public NarrowEncoderHandle()
        : base(ownsHandle: true)
    {
    }

    public static NarrowEncoderHandle Create()
    {
        var handle = new NarrowEncoderHandle();
        handle.SetHandle(AmrLibrary.NarrowInit(discontinuous: 0));
        return handle.IsInvalid ? throw new MediaException(MediaErrorKind.NoEncoder) : handle;
    }

    protected override bool ReleaseHandle()
    {
        AmrLibrary.NarrowExit(handle);
        return true;
    }
}
