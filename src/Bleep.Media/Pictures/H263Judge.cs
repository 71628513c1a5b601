namespace Bleep.Media.Pictures;

/// <summary>
/// Judges H.263: a picture header may carry supplemental bytes (PEI, annexes L and W). Headers of the later versions of the
/// standard are not read and count as hiding something.
/// </summary>
internal sealed class H263Judge : IPictureJudge
{
    private const int HeaderBytes = 8;

    private readonly byte[] _window = new byte[HeaderBytes];
    private int _filled;

    public bool FoundHidden { get; private set; }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            if (_filled < HeaderBytes)
            {
                _window[_filled++] = value;
            }
            else
            {
                _window.AsSpan(1).CopyTo(_window);
                _window[^1] = value;
            }
            if (_filled == HeaderBytes)
            {
                Judge();
            }
        }
    }

    public void End()
    {
    }

    private void Judge()
    {
        // The picture start code, 22 bits on a byte boundary; the coding keeps its pattern out of everything else.
        if (_window[0] != 0 || _window[1] != 0 || (_window[2] & 0xFC) != 0x80)
        {
            return;
        }
        // After the code: reference 8 bits, type 13, quantiser 5, multipoint 1 (and 2 more if set), then the PEI bit.
        const int TypeAt = 22 + 8;
        int sourceFormat = Bits(TypeAt + 5, 3);
        bool isMultipoint = Bits(TypeAt + 13 + 5, 1) == 1;
        bool hasSupplement = Bits(TypeAt + 13 + 5 + 1 + (isMultipoint ? 2 : 0), 1) == 1;
        FoundHidden |= sourceFormat is 0 or 7 || hasSupplement;
    }

    private int Bits(int at, int count)
    {
        int value = 0;
        for (int bit = at; bit < at + count; bit++)
        {
            value = (value << 1) | ((_window[bit / 8] >> (7 - (bit % 8))) & 1);
        }
        return value;
    }
}
