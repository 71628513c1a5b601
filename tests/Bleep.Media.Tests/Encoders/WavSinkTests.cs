using System.Buffers.Binary;
using System.Security.Cryptography;
using Bleep.Media.Encoders;

namespace Bleep.Media.Tests.Encoders;

public sealed class WavSinkTests
{
    [Fact]
    public async Task CompleteAsync_beyondFourGigabytes_writesLongSizes()
    {
        var stream = new HeaderOnlyStream();
        var target = new AudioTarget("wav", "wav", "pcm_s16le");
        await using (var sink = new WavSink(stream, target, 48000, 2))
        {
            var block = new byte[64 << 20];
            for (int turn = 0; turn < 65; turn++)
            {
                await sink.WriteAsync(block, TestContext.Current.CancellationToken);
            }
            await sink.CompleteAsync(TestContext.Current.CancellationToken);
        }
        var header = stream.Header;
        const long DataBytes = 65L * (64 << 20);
        Assert.Equal("RF64"u8.ToArray(), header[..4]);
        Assert.Equal("ds64"u8.ToArray(), header[12..16]);
        Assert.Equal(DataBytes + 72, BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(20)));
        Assert.Equal(DataBytes, BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(28)));
        Assert.Equal(DataBytes / 4, BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(36)));
        Assert.Equal(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76)));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(999)]
    [InlineData(null)]
    public async Task CompleteAsync_anyForetoldLength_writesTrueSizesAndDigest(int? foretoldFrames)
    {
        using var stream = new MemoryStream();
        await using var sink = new WavSink(stream, new AudioTarget("wav", "wav", "pcm_s16le"), 8000, 1, foretoldFrames);
        await sink.WriteAsync(new byte[1200], TestContext.Current.CancellationToken);
        await sink.WriteAsync(new byte[800], TestContext.Current.CancellationToken);
        await sink.CompleteAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2000u, BinaryPrimitives.ReadUInt32LittleEndian(stream.GetBuffer().AsSpan(76)));
        Assert.Equal(stream.Length - 8, BinaryPrimitives.ReadUInt32LittleEndian(stream.GetBuffer().AsSpan(4)));
        Assert.Equal(foretoldFrames == 1000 ? SHA256.HashData(stream.ToArray()) : null, sink.Digest);
    }

    /// <summary>Keeps the first bytes and forgets the rest.</summary>
    private sealed class HeaderOnlyStream : Stream
    {
        public byte[] Header { get; } = new byte[80];

        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => Position;

        public override long Position { get; set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Header.Length)
            {
                buffer[..(int)Math.Min(buffer.Length, Header.Length - Position)].CopyTo(Header.AsMemory((int)Position));
            }
            Position += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
