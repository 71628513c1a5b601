using System.Formats.Tar;
using System.IO.Compression;
using Bleep.Speech.Models.Fetching;
using Bleep.Testing;
using ICSharpCode.SharpZipLib.BZip2;

namespace Bleep.Speech.Tests.Models;

public sealed class ArchiveUnpackerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _target;

    public ArchiveUnpackerTests() => _target = Directory.CreateDirectory(_folder["target"]).FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.tar.bz2")]
    [InlineData("a.tar.gz")]
    [InlineData("a.tgz")]
    [InlineData("a.tar")]
    [InlineData("a.zip")]
    public async Task UnpackAsync_everyFormat_filesComeOut(string name)
    {
        await UnpackAsync(Pack(name, ("model/tokens.txt", "<blk> 0"), ("./model/deep/x.onnx", "weights")));

        Assert.Equal("<blk> 0", await File.ReadAllTextAsync(Path.Combine(_target, "model", "tokens.txt"), Token));
        Assert.Equal("weights", await File.ReadAllTextAsync(Path.Combine(_target, "model", "deep", "x.onnx"), Token));
    }

    [Fact]
    public async Task UnpackAsync_bzipInSeveralStreams_allAreRead()
    {
        var tar = await File.ReadAllBytesAsync(Pack("a.tar", ("x", new string('x', 5000)), ("y", "end")), Token);
        using var packed = new MemoryStream();
        foreach (var part in new[] { tar[..3000], tar[3000..] })
        {
            using var bzip = new BZip2OutputStream(packed) { IsStreamOwner = false };
            bzip.Write(part);
        }
        await File.WriteAllBytesAsync(_folder["b.tar.bz2"], packed.ToArray(), Token);

        await UnpackAsync(_folder["b.tar.bz2"]);

        Assert.Equal("end", await File.ReadAllTextAsync(Path.Combine(_target, "y"), Token));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("model/../../evil")]
    [InlineData("/etc/evil")]
    [InlineData("model\\..\\..\\evil")]
    [InlineData("C:evil")]
    [InlineData("model/\u0001evil")]
    public async Task UnpackAsync_pathThatLeadsOut_isRefused(string path)
    {
        foreach (var name in new[] { "a.tar", "a.zip" })
        {
            var error = await Assert.ThrowsAsync<SpeechException>(() => UnpackAsync(Pack(name, (path, "evil"))));

            Assert.Equal(SpeechErrorKind.ModelBroken, error.Kind);
            Assert.DoesNotContain("evil", error.Message, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(_folder.Entries, entry => entry.Contains("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.BlockDevice)]
    [InlineData(TarEntryType.Fifo)]
    public async Task UnpackAsync_linkOrDevice_isRefused(TarEntryType type)
    {
        using (var writer = new TarWriter(File.Create(_folder["a.tar"]), TarEntryFormat.Pax))
        {
            var entry = new PaxTarEntry(type, "innocent");
            if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                entry.LinkName = "/etc/passwd";
            }
            writer.WriteEntry(entry);
        }

        var error = await Assert.ThrowsAsync<SpeechException>(() => UnpackAsync(_folder["a.tar"]));

        Assert.Contains("no plain file", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_target));
    }

    [Fact]
    public async Task UnpackAsync_linkInZip_isRefused()
    {
        using (var archive = ZipFile.Open(_folder["a.zip"], ZipArchiveMode.Create))
        {
            var entry = archive.CreateEntry("link");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }

        await Assert.ThrowsAsync<SpeechException>(() => UnpackAsync(_folder["a.zip"]));
    }

    [Fact]
    public async Task UnpackAsync_sameNameTwice_isRefused()
    {
        var error = await Assert.ThrowsAsync<SpeechException>(() => UnpackAsync(Pack("a.tar", ("x", "1"), ("./x", "2"))));

        Assert.Contains("a name twice", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.tar.bz2")]
    [InlineData("a.tar.gz")]
    [InlineData("a.zip")]
    public async Task UnpackAsync_bomb_stopsAtTheLimit(string name)
    {
        var archive = Pack(name, ("zeros", new string('\0', 5_000_000)));

        var error = await Assert.ThrowsAsync<SpeechException>(() => UnpackAsync(archive, new UnpackLimits(1 << 20, 100)));

        Assert.Contains("more than 1 MiB", error.Message, StringComparison.Ordinal);
        Assert.InRange(new DirectoryInfo(_target).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), 0, 1 << 20);
    }

    [Fact]
    public async Task UnpackAsync_tooManyEntries_isRefused()
    {
        var archive = Pack("a.tar", [.. Enumerable.Range(0, 20).Select(index => ($"f{index}", "x"))]);

        await Assert.ThrowsAsync<SpeechException>(() => UnpackAsync(archive, new UnpackLimits(1 << 20, 10)));
    }

    [Theory]
    [InlineData("a.tar.bz2")]
    [InlineData("a.tar.gz")]
    [InlineData("a.tar")]
    [InlineData("a.zip")]
    public async Task UnpackAsync_damagedAnywhere_isRefusedOrUnpacked_neverAnythingElse(string name)
    {
        var bytes = await File.ReadAllBytesAsync(Pack(name, ("model/x", "some content that is a little longer"), ("y", "end")), Token);
        var random = new Random(7);
        for (int round = 0; round < 60; round++)
        {
            var damaged = bytes.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            var cut = damaged[..(round % 2 == 0 ? damaged.Length : random.Next(damaged.Length))];
            var archive = _folder[$"d{round}-{name}"];
            await File.WriteAllBytesAsync(archive, cut, Token);
            var target = Directory.CreateDirectory(_folder[$"t{round}"]).FullName;
            var error = await Record.ExceptionAsync(() => new ArchiveUnpacker(new UnpackLimits(1 << 20, 100)).UnpackAsync(archive, target, null, Token));
            Assert.True(error is null or SpeechException, $"{round}: {error}");
        }
    }

    private Task UnpackAsync(string archive, UnpackLimits? limits = null) =>
        new ArchiveUnpacker(limits ?? new UnpackLimits(1 << 30, 100)).UnpackAsync(archive, _target, null, Token);

    private string Pack(string name, params (string Path, string Content)[] files) => TestArchives.Pack(
        _folder[name], [.. files.Select(file => (file.Path, System.Text.Encoding.UTF8.GetBytes(file.Content)))]);
}
