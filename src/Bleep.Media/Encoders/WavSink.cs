using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bleep.Media.Encoders;

/// <summary>Writes samples that need no encoding as a WAVE file: no process has to touch them. Beyond 4 GiB it becomes RF64.</summary>
internal sealed class WavSink : ISampleSink
{
    private const int HeaderBytes = 80;
    private const int FormatPcm = 1;
    private const int FormatFloat = 3;

    private readonly Stream _stream;
    private readonly int _sampleRateHz;
    private readonly int _channels;
    private readonly int _sampleBytes;
    private readonly bool _isFloat;
    private byte[] _block = [];
    private long _dataBytes;

    // The block being written while the next one is read and masked.
    private Task _writing = Task.CompletedTask;

    public WavSink(Stream stream, AudioTarget target, int sampleRateHz, int channels)
    {
        _stream = stream;
        _sampleRateHz = sampleRateHz;
        _channels = channels;
        _isFloat = target.Codec == "pcm_f32le";
        _sampleBytes = target.Codec switch
        {
            "pcm_s16le" => 2,
            "pcm_s24le" => 3,
            _ => 4,
        };
    }

    /// <summary>True for plain samples in one or two channels, whose places nobody has to be told.</summary>
    public static bool CanWrite(AudioTarget target, int channels) => target.Muxer == "wav" && channels <= 2
        && target.Codec is "pcm_s16le" or "pcm_s24le" or "pcm_s32le" or "pcm_f32le";

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> samples, CancellationToken cancellationToken)
    {
        await WrittenAsync();
        var block = Pack(samples.Span);
        // The sizes are not known yet; the header is written again at the end.
        _writing = _dataBytes == 0 ? WriteFirstAsync(block, cancellationToken) : _stream.WriteAsync(block, cancellationToken).AsTask();
        _dataBytes += block.Length;
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await WrittenAsync();
        _writing = EndAsync(cancellationToken);
        await WrittenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Nobody may close the file under a write.
        await _writing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Array.Clear(_block);
    }

    private async Task WriteFirstAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Header(), cancellationToken);
        await _stream.WriteAsync(block, cancellationToken);
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if ((_dataBytes & 1) != 0)
        {
            await _stream.WriteAsync(new byte[1], cancellationToken);
        }
        _stream.Position = 0;
        await _stream.WriteAsync(Header(), cancellationToken);
    }

    private async Task WrittenAsync()
    {
        try
        {
            await _writing;
        }
        catch (IOException error)
        {
            throw new MediaException(MediaErrorKind.NotWritable, "The output cannot be written; the disk may be full.", error);
        }
    }

    // RIFF, room for the long sizes (an ignored chunk unless they are needed), format, data.
    private byte[] Header()
    {
        var header = new byte[HeaderBytes];
        var span = header.AsSpan();
        long riffBytes = HeaderBytes - 8 + _dataBytes + (_dataBytes & 1);
        bool isLong = riffBytes > uint.MaxValue;
        (isLong ? "RF64"u8 : "RIFF"u8).CopyTo(span);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], isLong ? uint.MaxValue : (uint)riffBytes);
        "WAVE"u8.CopyTo(span[8..]);
        (isLong ? "ds64"u8 : "JUNK"u8).CopyTo(span[12..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 28);
        if (isLong)
        {
            BinaryPrimitives.WriteInt64LittleEndian(span[20..], riffBytes);
            BinaryPrimitives.WriteInt64LittleEndian(span[28..], _dataBytes);
            BinaryPrimitives.WriteInt64LittleEndian(span[36..], _dataBytes / (_channels * _sampleBytes));
        }
        "fmt "u8.CopyTo(span[48..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[52..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(span[56..], _isFloat ? (short)FormatFloat : (short)FormatPcm);
        BinaryPrimitives.WriteInt16LittleEndian(span[58..], (short)_channels);
        BinaryPrimitives.WriteInt32LittleEndian(span[60..], _sampleRateHz);
        BinaryPrimitives.WriteInt32LittleEndian(span[64..], _sampleRateHz * _channels * _sampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(span[68..], (short)(_channels * _sampleBytes));
        BinaryPrimitives.WriteInt16LittleEndian(span[70..], (short)(_sampleBytes * 8));
        "data"u8.CopyTo(span[72..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[76..], isLong ? uint.MaxValue : (uint)_dataBytes);
        return header;
    }

    // A copy, as the caller goes on with its buffer. 24-bit sound travels in the upper three bytes of 32-bit samples.
    private ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> samples)
    {
        int length = _sampleBytes == 3 ? samples.Length / 4 * 3 : samples.Length;
        if (_block.Length < length)
        {
            _block = new byte[length];
        }
        if (_sampleBytes != 3)
        {
            samples.CopyTo(_block);
            return _block.AsMemory(0, length);
        }
        var wide = MemoryMarshal.Cast<byte, int>(samples);
        for (int index = 0; index < wide.Length; index++)
        {
            int sample = wide[index];
            _block[3 * index] = (byte)(sample >> 8);
            _block[(3 * index) + 1] = (byte)(sample >> 16);
            _block[(3 * index) + 2] = (byte)(sample >> 24);
        }
        return _block.AsMemory(0, length);
    }
}
