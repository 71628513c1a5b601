using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>UTF-8 text for configurations; freed together.</summary>
internal sealed class NativeText : IDisposable
{
    private readonly List<nint> _texts = [];

    /// <summary>A pointer to the text that is good until disposal; null for no text.</summary>
    public nint Of(string? text)
    {
        if (text is null)
        {
            return 0;
        }
        nint pointer = Marshal.StringToCoTaskMemUTF8(text);
        _texts.Add(pointer);
        return pointer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _texts.ForEach(Marshal.FreeCoTaskMem);
        _texts.Clear();
    }
}
