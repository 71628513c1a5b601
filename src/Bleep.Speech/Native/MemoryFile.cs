using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Bleep.Speech.Native;

/// <summary>A file for native code to read that never touches a disk: what is in it may be private.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MemoryFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <summary>Makes a file with this text, as UTF-8.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public MemoryFile(string text)
    {
        const uint closeOnExec = 1;
        _handle = new SafeFileHandle(LibC.CreateMemoryFile("bleep", closeOnExec), ownsHandle: true);
        if (_handle.IsInvalid)
        {
            throw new IOException("no file in memory could be made");
        }
        RandomAccess.Write(_handle, Encoding.UTF8.GetBytes(text), 0);
    }

    /// <summary>A path under which this process can open the file until it is disposed.</summary>
    public string Path => $"/proc/self/fd/{_handle.DangerousGetHandle()}";

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
