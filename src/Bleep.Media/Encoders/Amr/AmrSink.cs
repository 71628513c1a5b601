using System.Runtime.InteropServices;

namespace Bleep.Media.Encoders.Amr;

/// <summary>Encodes mono samples to AMR frames and hands these, in the storage format of RFC 4867, to a process that packs them.</summary>
internal sealed class AmrSink : ISampleSink
{
    // The best mode of each: 12.2 and 23.85 kbit/s.
    private const int NarrowMode = 7;
    private const int WideMode = 8;
    private const int LongestFrameBytes = 64;

    // Encoder and decoder together lag by this much; as many samples are left out at the start.
    private const int NarrowLag = 40;
    private const int WideLag = 95;

    private readonly EncoderProcess _packer;
    private readonly NarrowEncoderHandle? _narrow;
    private readonly WideEncoderHandle? _wide;
    private readonly short[] _frame;
    private int _filled;
    private int _toSkip;
    private bool _hasMagic;

    public AmrSink(EncoderProcess packer, bool isWide)
    {
        _packer = packer;
        _narrow = isWide ? null : NarrowEncoderHandle.Create();
        _wide = isWide ? WideEncoderHandle.Create() : null;
        _frame = new short[isWide ? 320 : 160];
        _toSkip = isWide ? WideLag : NarrowLag;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> samples, CancellationToken cancellationToken)
    {
        using var coded = new MemoryStream();
        Encode(MemoryMarshal.Cast<byte, short>(samples.Span), coded);
        await _packer.WriteAsync(coded.GetBuffer().AsMemory(0, (int)coded.Length), cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_filled > 0 || !_hasMagic)
        {
            await WriteAsync(new byte[(_frame.Length - _filled) * sizeof(short)], cancellationToken);
        }
        await _packer.CompleteAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _narrow?.Dispose();
        _wide?.Dispose();
        await _packer.DisposeAsync();
    }

    private void Encode(ReadOnlySpan<short> samples, MemoryStream coded)
    {
        if (!_hasMagic)
        {
            coded.Write(_wide is null ? "#!AMR\n"u8 : "#!AMR-WB\n"u8);
            _hasMagic = true;
        }
        int skipped = Math.Min(_toSkip, samples.Length);
        _toSkip -= skipped;
        samples = samples[skipped..];
        Span<byte> bytes = stackalloc byte[LongestFrameBytes];
        while (!samples.IsEmpty)
        {
            int taken = Math.Min(_frame.Length - _filled, samples.Length);
            samples[..taken].CopyTo(_frame.AsSpan(_filled));
            samples = samples[taken..];
            _filled += taken;
            if (_filled == _frame.Length)
            {
                int length = _wide is null
                    ? AmrLibrary.NarrowEncode(_narrow!, NarrowMode, _frame, bytes, forceSpeech: 0)
                    : AmrLibrary.WideEncode(_wide, WideMode, _frame, bytes, discontinuous: 0);
                coded.Write(bytes[..length]);
                _filled = 0;
            }
        }
    }
}
