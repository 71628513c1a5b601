using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

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
    private readonly long? _expectedBytes;
    private readonly IncrementalHash? _hash;
    private byte[] _block = [];
    private long _dataBytes;

    // The block being written while the next one is read and masked.
    private Task _writing = Task.CompletedTask;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to; seekable, at its start.</param>
    /// <param name="target">Codec of the samples.</param>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">Samples a frame.</param>
    /// <param name="frames">Frames to come; null when only their end will tell. When known the file gets its digest on the way.</param>
    public WavSink(Stream stream, AudioTarget target, int sampleRateHz, int channels, long? frames = null)
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
        _expectedBytes = frames * channels * _sampleBytes;
        _hash = frames is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }

    /// <summary>SHA-256 of the whole file once it is complete; null when its length was not known from the start.</summary>
    public byte[]? Digest { get; private set; }

    /// <summary>True for plain samples in one or two channels, whose places nobody has to be told.</summary>
    public static bool CanWrite(AudioTarget target, int channels) => target.Muxer == "wav" && channels <= 2
        && target.Codec is "pcm_s16le" or "pcm_s24le" or "pcm_s32le" or "pcm_f32le";

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> samples, CancellationToken cancellationToken)
    {
        await WrittenAsync();
        var block = Pack(samples.Span);
        _writing = WriteBlockAsync(block, isFirst: _dataBytes == 0, cancellationToken);
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
        _hash?.Dispose();
    }

    private async Task WriteBlockAsync(ReadOnlyMemory<byte> block, bool isFirst, CancellationToken cancellationToken)
    {
        if (isFirst)
        {
            // Where the length is not known yet this is written again at the end.
            await PutAsync(Header(_expectedBytes ?? 0), cancellationToken);
        }
        await PutAsync(block, cancellationToken);
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_dataBytes == 0)
        {
            await PutAsync(Header(0), cancellationToken);
        }
        if ((_dataBytes & 1) != 0)
        {
            await PutAsync(new byte[1], cancellationToken);
        }
        if (_expectedBytes == _dataBytes)
        {
            Digest = _hash!.GetHashAndReset();
            return;
        }
        _stream.Position = 0;
        await _stream.WriteAsync(Header(_dataBytes), cancellationToken);
    }

    private async Task PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        _hash?.AppendData(bytes.Span);
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
    private byte[] Header(long dataBytes)
    {
        var header = new byte[HeaderBytes];
        var span = header.AsSpan();
        long riffBytes = HeaderBytes - 8 + dataBytes + (dataBytes & 1);
        bool isLong = riffBytes > uint.MaxValue;
        (isLong ? "RF64"u8 : "RIFF"u8).CopyTo(span);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], isLong ? uint.MaxValue : (uint)riffBytes);
        "WAVE"u8.CopyTo(span[8..]);
        (isLong ? "ds64"u8 : "JUNK"u8).CopyTo(span[12..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 28);
        if (isLong)
        {
            BinaryPrimitives.WriteInt64LittleEndian(span[20..], riffBytes);
            BinaryPrimitives.WriteInt64LittleEndian(span[28..], dataBytes);
            BinaryPrimitives.WriteInt64LittleEndian(span[36..], dataBytes / (_channels * _sampleBytes));
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
        BinaryPrimitives.WriteUInt32LittleEndian(span[76..], isLong ? uint.MaxValue : (uint)dataBytes);
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
