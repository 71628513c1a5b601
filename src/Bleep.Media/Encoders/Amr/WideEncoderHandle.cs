using Microsoft.Win32.SafeHandles;

namespace Bleep.Media.Encoders.Amr;

/// <summary>State of a wide-band encoder.</summary>
internal sealed class WideEncoderHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public WideEncoderHandle()
        : base(ownsHandle: true)
    {
    }

    public static WideEncoderHandle Create()
    {
        var handle = new WideEncoderHandle();
        handle.SetHandle(AmrLibrary.WideInit());
        return handle.IsInvalid ? throw new MediaException(MediaErrorKind.NoEncoder) : handle;
    }

    protected override bool ReleaseHandle()
    {
        AmrLibrary.WideExit(handle);
        return true;
    }
}
