namespace Bleep.Media.Pictures;

/// <summary>
/// Divides a byte stream at start codes (00 00 01) and hands on each unit without its code. Of a long unit only the beginning
/// is kept; units may span any number of calls.
/// </summary>
internal sealed class StartCodeSplitter(int keptBytes, StartCodeSplitter.UnitHandler onUnit)
{
    private readonly byte[] _unit = new byte[keptBytes];
    private int _length;
    private int _zeros;
    private bool _inUnit;
    private bool _isCut;

    /// <summary>Receives one unit.</summary>
    /// <param name="unit">The unit from the byte after its start code on; trailing zeros may be missing.</param>
    /// <param name="isCut">True when only its beginning was kept.</param>
    public delegate void UnitHandler(ReadOnlySpan<byte> unit, bool isCut);

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            if (value == 1 && _zeros >= 2)
            {
                End();
                _inUnit = true;
                _zeros = 0;
            }
            else if (value == 0)
            {
                _zeros++;
            }
            else
            {
                // Zeros belong to the unit only when no start code follows them.
                for (; _zeros > 0; _zeros--)
                {
                    Keep(0);
                }
                Keep(value);
            }
        }
    }

    public void End()
    {
        if (_inUnit && _length > 0)
        {
            onUnit(_unit.AsSpan(0, _length), _isCut);
        }
        _length = 0;
        _isCut = false;
        _inUnit = false;
        _zeros = 0;
    }

    private void Keep(byte value)
    {
        if (!_inUnit)
        {
            return;
        }
        if (_length < _unit.Length)
        {
            _unit[_length++] = value;
        }
        else
        {
            _isCut = true;
        }
    }
}
