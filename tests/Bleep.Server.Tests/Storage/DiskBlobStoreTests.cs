using Bleep.Server.Storage;
using Bleep.Server.Storage.Disk;
using Bleep.Testing;

namespace Bleep.Server.Tests.Storage;

public sealed class DiskBlobStoreTests : BlobStoreContractTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiskBlobStore _store;

    public DiskBlobStoreTests() => _store = new DiskBlobStore(_folder["data"], Time);

    protected override IBlobStore Store => _store;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Put_stored_is_for_the_own_user_alone_and_of_the_clock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no file modes there");
        var name = NewName(BlobKind.Upload);
        await PutAsync(name, [1]);

        string path = Path.Combine(_folder["data"], "blobs", "uploads", name.Id.ToString("N")[..2], name.Id.ToString("N"));
        Assert.True(File.Exists(path));
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(Owner, File.GetUnixFileMode(path));
            foreach (string folder in Directory.EnumerateDirectories(_folder.Path, "*", SearchOption.AllDirectories))
            {
                Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            }
        }
        Assert.Equal(Time.GetUtcNow(), (await Store.ListAsync(BlobKind.Upload, Cancellation).SingleAsync(Cancellation)).StoredAt);
    }

    [Fact]
    public async Task Put_failing_leaves_no_temporary_file()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.PutAsync(
            NewName(BlobKind.Upload),
            async (stream, token) =>
            {
                await stream.WriteAsync(Content(100_000), token);
                Assert.Single(Directory.EnumerateFiles(_folder["data/tmp"]));
                throw new InvalidOperationException("broken");
            },
            Cancellation));

        Assert.Empty(Directory.EnumerateFiles(_folder["data/tmp"]));
    }

    [Fact]
    public async Task Start_removes_what_a_crash_left_but_not_what_another_process_writes()
    {
        string left = _folder.Write("data/tmp/0123", "cut off");
        await Store.PutAsync(
            NewName(BlobKind.Upload),
            async (stream, token) =>
            {
                await stream.WriteAsync(Content(100_000), token);
                _ = new DiskBlobStore(_folder["data"], Time);
                Assert.False(File.Exists(left));
            },
            Cancellation);

        Assert.Single(await Store.ListAsync(BlobKind.Upload, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task RemoveLeftovers_removes_only_what_is_old_enough()
    {
        string old = _folder.Write("data/tmp/old", "cut off");
        string young = _folder.Write("data/tmp/young", "cut off");
        File.SetLastWriteTimeUtc(old, new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(young, new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc));

        Assert.Equal(1, await Store.RemoveLeftoversAsync(Time.GetUtcNow().AddHours(-1), Cancellation));

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public async Task Check_without_folder_throws()
    {
        Directory.Delete(_folder["data"], recursive: true);

        await Assert.ThrowsAnyAsync<IOException>(() => Store.CheckAsync(Cancellation));
    }

    [Fact]
    public async Task List_passes_over_what_is_no_object()
    {
        await PutAsync(NewName(BlobKind.Audio), [1]);
        _folder.Write("data/blobs/audio/ab/readme.txt", "not ours");

        Assert.Single(await Store.ListAsync(BlobKind.Audio, Cancellation).ToListAsync(Cancellation));
    }
}
