using Bleep.Media.Files;

namespace Bleep.Media.Tests.Files;

public sealed class AtomicOutputFileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Commit_written_givesTheFileItsName()
    {
        await File.WriteAllTextAsync(_scratch["a.txt"], "earlier", TestContext.Current.CancellationToken);
        await using (var output = AtomicOutputFile.Create(_scratch["a.txt"]))
        {
            await output.Stream.WriteAsync("later"u8.ToArray(), TestContext.Current.CancellationToken);
            Assert.Equal("earlier", await File.ReadAllTextAsync(_scratch["a.txt"], TestContext.Current.CancellationToken));
            Assert.Equal(_scratch.Folder, Path.GetDirectoryName(output.TemporaryPath));
            output.Commit();
        }
        Assert.Equal("later", await File.ReadAllTextAsync(_scratch["a.txt"], TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateFileSystemEntries(_scratch.Folder));
    }

    [Fact]
    public async Task Dispose_notCommitted_leavesNothing()
    {
        await using (var output = AtomicOutputFile.Create(_scratch["a.txt"]))
        {
            await output.Stream.WriteAsync("half"u8.ToArray(), TestContext.Current.CancellationToken);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch.Folder));
    }

    [Fact]
    public void Create_inAFolderThatIsNotThere_saysSoWithoutItsName()
    {
        var error = Assert.Throws<MediaException>(() => AtomicOutputFile.Create(_scratch["walter/a.txt"]));
        Assert.Equal(MediaErrorKind.NotWritable, error.Kind);
        Assert.DoesNotContain("walter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_targetIsAFolder_leavesNothing()
    {
        Directory.CreateDirectory(_scratch["a"]);
        using (var output = AtomicOutputFile.Create(_scratch["a"]))
        {
            Assert.Equal(MediaErrorKind.NotWritable, Assert.Throws<MediaException>(output.Commit).Kind);
        }
        Assert.Equal([_scratch["a"]], Directory.EnumerateFileSystemEntries(_scratch.Folder));
    }
}
