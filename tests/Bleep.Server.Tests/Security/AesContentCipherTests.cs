using Bleep.Server.Security;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Server.Tests.Security;

public sealed class AesContentCipherTests
{
    private const string Name = "uploads/1";
    private const int Chunk = 64 << 10;

    private readonly KeyRing _ring = Keys.NewRing();
    private readonly AesContentCipher _cipher;

    public AesContentCipherTests() => _cipher = new AesContentCipher(_ring);

    public static TheoryData<int> Lengths => [0, 1, 17, Chunk - 1, Chunk, Chunk + 1, (2 * Chunk) - 1, 2 * Chunk, (3 * Chunk) + 12345];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Sealed_content_opens_in_every_way(int length)
    {
        byte[] content = Content(length);
        var token = TestContext.Current.CancellationToken;

        foreach (byte[] box in new[] { _cipher.Seal(content, Name), SealBySteps(content, 7001), await SealAsync(content, token) })
        {
            Assert.Equal(SealFormat.SealedLength(length), box.Length);
            Assert.Equal(content, _cipher.Open(box, Name));
            Assert.Equal(content, ReadAll(_cipher.OpenFrom(new MemoryStream(box), Name)));
            Assert.Equal(content, ReadAll(_cipher.OpenFrom(new ForwardStream(box), Name)));
            var opened = new MemoryStream();
            await using var reader = _cipher.OpenFrom(new ForwardStream(box), Name);
            await reader.CopyToAsync(opened, token);
            Assert.Equal(content, opened.ToArray());
        }
    }

    [Fact]
    public void Seal_shows_nothing_of_the_content_and_never_the_same_twice()
    {
        byte[] content = [.. Enumerable.Repeat("planted"u8.ToArray(), 20_000).SelectMany(piece => piece)];

        byte[] first = _cipher.Seal(content, Name);
        byte[] second = _cipher.Seal(content, Name);

        Assert.Equal(-1, first.AsSpan().IndexOf("planted"u8));
        // The same key id, nothing else.
        Assert.Equal(first[..13], second[..13]);
        Assert.True(first.Zip(second).Skip(13).Count(pair => pair.First == pair.Second) < first.Length / 50);
    }

    [Fact]
    public void OpenFrom_any_place_reads_what_was_written_there()
    {
        byte[] content = Content((3 * Chunk) + 777);
        using var stream = _cipher.OpenFrom(new MemoryStream(_cipher.Seal(content, Name)), Name);
        Assert.Equal(content.Length, stream.Length);

        Prop.ForAll(
            Gen.Choose(0, content.Length).Zip(Gen.Choose(0, 2 * Chunk)).ToArbitrary(),
            place =>
            {
                (int begin, int length) = place;
                stream.Position = begin;
                byte[] read = new byte[Math.Min(length, content.Length - begin)];
                stream.ReadExactly(read);
                return read.AsSpan().SequenceEqual(content.AsSpan(begin, read.Length)) && stream.Position == begin + read.Length;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OpenFrom_seeks_from_end_and_reads_nothing_beyond_it()
    {
        byte[] content = Content(Chunk + 10);
        using var stream = _cipher.OpenFrom(new MemoryStream(_cipher.Seal(content, Name)), Name);

        Assert.Equal(Chunk, stream.Seek(-10, SeekOrigin.End));
        Assert.Equal(content[Chunk], stream.ReadByte());
        stream.Position = content.Length + 5;
        Assert.Equal(-1, stream.ReadByte());
    }

    [Fact]
    public void Open_after_any_changed_bit_fails()
    {
        byte[] box = _cipher.Seal(Content(Chunk + 100), Name);
        Prop.ForAll(Gen.Choose(0, (box.Length * 8) - 1).ToArbitrary(), bit =>
        {
            byte[] changed = [.. box];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertDoesNotOpen(changed, Name);
        }).QuickCheckThrowOnFailure();
        // The header bit by bit: every field of it counts.
        for (int bit = 0; bit < SealHeader.Bytes * 8; bit++)
        {
            byte[] changed = [.. box];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<SealException>(() => _cipher.Open(changed, Name));
        }
    }

    [Fact]
    public void Open_after_truncation_anywhere_fails()
    {
        byte[] box = _cipher.Seal(Content((2 * Chunk) + 100), Name);
        int[] boundaries = [0, 1, SealHeader.Bytes - 1, SealHeader.Bytes, SealHeader.Bytes + 16, SealHeader.Bytes + SealFormat.SealedChunkBytes,
            SealHeader.Bytes + (2 * SealFormat.SealedChunkBytes), SealHeader.Bytes + (2 * SealFormat.SealedChunkBytes) + 16, box.Length - 1];
        foreach (int length in boundaries)
        {
            AssertDoesNotOpen(box[..length], Name);
        }
        Prop.ForAll(Gen.Choose(0, box.Length - 1).ToArbitrary(), length => AssertDoesNotOpen(box[..length], Name)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Open_after_appended_bytes_fails()
    {
        foreach (int length in (int[])[0, 5, Chunk])
        {
            byte[] box = _cipher.Seal(Content(length), Name);
            AssertDoesNotOpen([.. box, 0], Name);
            AssertDoesNotOpen([.. box, .. new byte[16]], Name);
            AssertDoesNotOpen([.. box, .. box[SealHeader.Bytes..]], Name);
        }
    }

    [Fact]
    public void Open_after_exchanged_chunks_fails()
    {
        byte[] box = _cipher.Seal(Content(3 * Chunk), Name);
        byte[] other = _cipher.Seal(Content(3 * Chunk), Name);

        AssertDoesNotOpen([.. box[..SealHeader.Bytes], .. ChunkOf(box, 1), .. ChunkOf(box, 0), .. ChunkOf(box, 2)], Name);
        AssertDoesNotOpen([.. box[..SealHeader.Bytes], .. ChunkOf(box, 0), .. ChunkOf(box, 2), .. ChunkOf(box, 2)], Name);
        AssertDoesNotOpen([.. box[..SealHeader.Bytes], .. ChunkOf(box, 0), .. ChunkOf(box, 2)], Name);
        // A chunk of another object in the same place.
        AssertDoesNotOpen([.. box[..SealHeader.Bytes], .. ChunkOf(box, 0), .. ChunkOf(other, 1), .. ChunkOf(box, 2)], Name);
    }

    [Fact]
    public void Open_under_another_name_fails()
    {
        byte[] box = _cipher.Seal("content"u8, Name);

        AssertDoesNotOpen(box, "uploads/2");
        AssertDoesNotOpen(box, "");
    }

    [Fact]
    public void OpenFrom_truncated_gives_out_nothing_before_it_fails()
    {
        byte[] box = _cipher.Seal(Content(3 * Chunk), Name);
        using var stream = _cipher.OpenFrom(new MemoryStream(box[..(SealHeader.Bytes + (2 * SealFormat.SealedChunkBytes))]), Name);

        Assert.Throws<SealException>(() => stream.ReadByte());
    }

    [Fact]
    public void Open_after_rotation_still_works_and_new_content_has_the_new_key()
    {
        byte[] old = _cipher.Seal("content"u8, Name);
        var rotated = _ring.Rotate(DateTimeOffset.UnixEpoch);
        var cipher = new AesContentCipher(rotated);

        Assert.Equal("content"u8.ToArray(), cipher.Open(old, Name));
        var failure = Assert.Throws<SealException>(() => _cipher.Open(cipher.Seal("content"u8, Name), Name));
        Assert.Contains(rotated.Current.IdText, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SealTo_whose_target_failed_writes_no_end()
    {
        var target = new FailingStream(failAtWrite: 2);
        using (var stream = _cipher.SealTo(target, Name))
        {
            stream.Write(Content(Chunk + 1));
            Assert.Throws<IOException>(() => stream.Write(Content(Chunk)));
        }

        Assert.Equal(2, target.Writes);
        AssertDoesNotOpen(target.ToArray(), Name);
    }

    private static byte[] Content(int length)
    {
        byte[] content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }

    private static byte[] ChunkOf(byte[] box, int index)
    {
        int begin = SealHeader.Bytes + (index * SealFormat.SealedChunkBytes);
        return box[begin..(begin + SealFormat.SealedChunkBytes)];
    }

    private static byte[] ReadAll(Stream stream)
    {
        using (stream)
        {
            var all = new MemoryStream();
            // An odd size, so that reads cross chunks.
            stream.CopyTo(all, 10_007);
            return all.ToArray();
        }
    }

    private void AssertDoesNotOpen(byte[] box, string name)
    {
        Assert.Throws<SealException>(() => _cipher.Open(box, name));
        Assert.Throws<SealException>(() => ReadAll(_cipher.OpenFrom(new MemoryStream(box), name)));
        Assert.Throws<SealException>(() => ReadAll(_cipher.OpenFrom(new ForwardStream(box), name)));
    }

    private byte[] SealBySteps(byte[] content, int step)
    {
        var target = new MemoryStream();
        using (var stream = _cipher.SealTo(target, Name))
        {
            for (int begin = 0; begin < content.Length; begin += step)
            {
                stream.Write(content, begin, Math.Min(step, content.Length - begin));
            }
        }
        return target.ToArray();
    }

    private async Task<byte[]> SealAsync(byte[] content, CancellationToken cancellationToken)
    {
        var target = new MemoryStream();
        await using (var stream = _cipher.SealTo(target, Name))
        {
            await stream.WriteAsync(content, cancellationToken);
        }
        return target.ToArray();
    }

    private sealed class ForwardStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        // Few bytes at a time, as a network gives them.
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 5_003)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 5_003)], cancellationToken);
    }

    private sealed class FailingStream(int failAtWrite) : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (++Writes == failAtWrite)
            {
                throw new IOException("full");
            }
            base.Write(buffer);
        }
    }
}
