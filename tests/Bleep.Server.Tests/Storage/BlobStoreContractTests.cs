using Bleep.Server.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Bleep.Server.Tests.Storage;

/// <summary>What every blob store must do; a subclass brings one.</summary>
public abstract class BlobStoreContractTests
{
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected abstract IBlobStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_stored_reads_back_whole_and_seekable()
    {
        var name = NewName(BlobKind.Upload);
        byte[] content = Content(1_000_003);

        long size = await Store.PutAsync(name, (stream, token) => WriteInPiecesAsync(stream, content, token), Cancellation);

        Assert.Equal(content.Length, size);
        await using var read = await Store.OpenReadAsync(name, Cancellation);
        Assert.NotNull(read);
        Assert.Equal(content.Length, read.Length);
        Assert.Equal(content, await ReadAllAsync(read));
        read.Position = content.Length - 10;
        Assert.Equal(content[^10..], await ReadAllAsync(read));
    }

    [Fact]
    public async Task Put_empty_content_is_an_object()
    {
        var name = NewName(BlobKind.Result);

        Assert.Equal(0, await Store.PutAsync(name, (_, _) => Task.CompletedTask, Cancellation));

        await using var read = await Store.OpenReadAsync(name, Cancellation);
        Assert.NotNull(read);
        Assert.Equal(0, read.Length);
    }

    [Fact]
    public async Task Put_again_replaces_the_object_while_a_reader_keeps_the_old_one()
    {
        var name = NewName(BlobKind.Audio);
        await PutAsync(name, [1, 2, 3]);
        await using var old = await Store.OpenReadAsync(name, Cancellation);

        await PutAsync(name, [4, 5]);

        Assert.Equal([1, 2, 3], await ReadAllAsync(old!));
        await using var read = await Store.OpenReadAsync(name, Cancellation);
        Assert.Equal([4, 5], await ReadAllAsync(read!));
    }

    [Fact]
    public async Task Put_failing_half_way_stores_nothing_and_keeps_the_old_object()
    {
        var name = NewName(BlobKind.Video);
        var other = NewName(BlobKind.Video);
        await PutAsync(name, [1]);

        foreach (var target in new[] { name, other })
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Store.PutAsync(
                target,
                async (stream, token) =>
                {
                    await stream.WriteAsync(Content(200_000), token);
                    throw new InvalidOperationException("broken");
                },
                Cancellation));
        }

        await using var read = await Store.OpenReadAsync(name, Cancellation);
        Assert.Equal([1], await ReadAllAsync(read!));
        Assert.Null(await Store.OpenReadAsync(other, Cancellation));
    }

    [Fact]
    public async Task Put_cancelled_stores_nothing()
    {
        var name = NewName(BlobKind.Upload);
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.PutAsync(
            name,
            async (stream, token) =>
            {
                await stream.WriteAsync(Content(1000), token);
                await cancel.CancelAsync();
            },
            cancel.Token));

        Assert.Null(await Store.OpenReadAsync(name, Cancellation));
    }

    [Fact]
    public async Task OpenRead_without_object_is_null() => Assert.Null(await Store.OpenReadAsync(NewName(BlobKind.Upload), Cancellation));

    [Fact]
    public async Task Delete_tells_whether_there_was_an_object()
    {
        var name = NewName(BlobKind.Result);
        await PutAsync(name, [1]);

        Assert.True(await Store.DeleteAsync(name, Cancellation));
        Assert.False(await Store.DeleteAsync(name, Cancellation));
        Assert.Null(await Store.OpenReadAsync(name, Cancellation));
    }

    [Fact]
    public async Task Same_id_of_two_kinds_is_two_objects()
    {
        var id = Guid.NewGuid();
        await PutAsync(new BlobName(BlobKind.Audio, id), [1]);
        await PutAsync(new BlobName(BlobKind.Video, id), [2]);

        await Store.DeleteAsync(new BlobName(BlobKind.Audio, id), Cancellation);

        await using var read = await Store.OpenReadAsync(new BlobName(BlobKind.Video, id), Cancellation);
        Assert.Equal([2], await ReadAllAsync(read!));
    }

    [Fact]
    public async Task List_names_the_objects_of_a_kind_with_size()
    {
        var expected = new List<(BlobName, long)>();
        for (int i = 0; i < 30; i++)
        {
            var name = NewName(BlobKind.Upload);
            await PutAsync(name, Content(i));
            expected.Add((name, i));
        }
        await PutAsync(NewName(BlobKind.Result), [1]);

        var found = await Store.ListAsync(BlobKind.Upload, Cancellation).Select(info => (info.Name, info.SizeBytes)).ToListAsync(Cancellation);

        Assert.Equal(expected.OrderBy(pair => pair.Item2), found.OrderBy(pair => pair.SizeBytes));
        Assert.Empty(await Store.ListAsync(BlobKind.Video, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Check_of_a_working_store_is_silent_and_leaves_nothing()
    {
        await Store.CheckAsync(Cancellation);

        foreach (var kind in Enum.GetValues<BlobKind>())
        {
            Assert.Empty(await Store.ListAsync(kind, Cancellation).ToListAsync(Cancellation));
        }
    }

    [Fact]
    public async Task RemoveLeftovers_leaves_alone_what_is_being_written()
    {
        var name = NewName(BlobKind.Upload);
        await Store.PutAsync(
            name,
            async (stream, token) =>
            {
                await stream.WriteAsync(Content(100_000), token);
                Assert.Equal(0, await Store.RemoveLeftoversAsync(DateTimeOffset.MaxValue, token));
            },
            Cancellation);

        await using var read = await Store.OpenReadAsync(name, Cancellation);
        Assert.Equal(100_000, read!.Length);
    }

    protected static BlobName NewName(BlobKind kind) => new(kind, Guid.NewGuid());

    protected static byte[] Content(int length)
    {
        byte[] content = new byte[length];
        new Random(17).NextBytes(content);
        return content;
    }

    protected Task<long> PutAsync(BlobName name, byte[] content) =>
        Store.PutAsync(name, (stream, token) => stream.WriteAsync(content, token).AsTask(), Cancellation);

    private static async Task WriteInPiecesAsync(Stream stream, byte[] content, CancellationToken cancellationToken)
    {
        foreach (byte[] piece in content.Chunk(77_777))
        {
            await stream.WriteAsync(piece, cancellationToken);
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }
}
