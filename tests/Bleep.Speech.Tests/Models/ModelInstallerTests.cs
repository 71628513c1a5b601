using System.Security.Cryptography;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Fetching;
using Bleep.Speech.Tests.Http;
using Bleep.Testing.Http;
using Bleep.Testing;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Models;

public sealed class ModelInstallerTests : IAsyncLifetime
{
    private const string Archive = "tone-archive.tar.bz2";

    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;
    private FileServer _server = null!;

    public ModelInstallerTests() => _store = new ModelStore(_folder["data"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FileServer.StartAsync();
        await ToneModels.MakeFilesAsync(_folder["made"], Token);
        Serve("tone-tdt");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task PullAsync_archive_isInstalledWithHashesAndNothingIsLeftOver()
    {
        var model = await Installer().PullAsync(Entry(), _server.Address, null, Token);

        Assert.Equal(ModelKind.NemoTransducer, model.Kind);
        var found = Assert.Single(_store.List());
        Assert.Equal(["decoder.onnx", "encoder.onnx", "joiner.onnx", "tokens.txt"], found.Sha256.Keys.Order());
        Assert.All(found.Sha256, file => Assert.True(FileHash.Matches(Path.Combine(found.Folder, file.Key), file.Value)));
        Assert.Equal(77, found.Rank);
        Assert.DoesNotContain(_folder.Entries, entry => entry.StartsWith("data/incoming/", StringComparison.Ordinal));
        Assert.DoesNotContain(_folder.Entries, entry => entry.StartsWith("data/downloads/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PullAsync_secondTimeWithAnotherArchive_isRefusedAndTheOldModelStays()
    {
        await Installer().PullAsync(Entry(), _server.Address, null, Token);
        _store.Remove("tone");
        await Installer().PullAsync(Entry(), _server.Address, null, Token);
        Serve("tone-tdt", extra: "changed");

        var error = await Assert.ThrowsAsync<SpeechException>(() => Installer().PullAsync(Entry(), _server.Address, null, Token));

        Assert.Equal(SpeechErrorKind.DownloadFailed, error.Kind);
        Assert.Contains("not the file it should be", error.Message, StringComparison.Ordinal);
        Assert.Single(_store.List());
    }

    [Fact]
    public async Task PullAsync_hashOfTheCatalogue_isChecked()
    {
        var right = Convert.ToHexStringLower(SHA256.HashData(_server.Files[$"/{Archive}"]));

        await Installer().PullAsync(Entry() with { Sha256 = right }, _server.Address, null, Token);
        await Assert.ThrowsAsync<SpeechException>(
            () => Installer().PullAsync(Entry() with { Name = "other", Sha256 = new string('0', 64) }, _server.Address, null, Token));

        Assert.Equal("tone", Assert.Single(_store.List()).Name);
    }

    [Fact]
    public async Task PullAsync_anotherKindThanTheCatalogueSays_isRefused()
    {
        Serve("tone-zipformer-ctc");

        var error = await Assert.ThrowsAsync<SpeechException>(() => Installer().PullAsync(Entry(), _server.Address, null, Token));

        Assert.Contains("zipformer-ctc", error.Message, StringComparison.Ordinal);
        Assert.Empty(_store.List());
    }

    [Fact]
    public async Task PullAsync_noModelInTheArchive_isRefused()
    {
        _server.Files[$"/{Archive}"] = await File.ReadAllBytesAsync(TestArchives.Pack(_folder[Archive], ("readme.txt", "hello"u8.ToArray())), Token);

        var error = await Assert.ThrowsAsync<SpeechException>(() => Installer().PullAsync(Entry(), _server.Address, null, Token));

        Assert.Equal(SpeechErrorKind.ModelBroken, error.Kind);
    }

    [Theory]
    [InlineData("tone-tdt", ModelKind.NemoTransducer)]
    [InlineData("tone-nemo-ctc", ModelKind.NemoCtc)]
    [InlineData("tone-zipformer-ctc", ModelKind.ZipformerCtc)]
    [InlineData("tone-zipformer-transducer", ModelKind.ZipformerTransducer)]
    [InlineData("tone-online-ctc", ModelKind.OnlineZipformerCtc)]
    [InlineData("tone-sense-voice", ModelKind.SenseVoice)]
    [InlineData("tone-whisper", ModelKind.Whisper)]
    [InlineData("tone-vad", ModelKind.Vad)]
    [InlineData("tone-vad/silero_vad.onnx", ModelKind.Vad)]
    [InlineData("tone-online-transducer", ModelKind.OnlineTransducer)]
    [InlineData("tone-online-nemo-ctc", ModelKind.OnlineNemoCtc)]
    public async Task AddAsync_folder_kindIsFoundOut(string name, ModelKind kind)
    {
        var model = await Installer().AddAsync(_folder[$"made/{name}"], "tone", ["en", "de"], null, Token);

        Assert.Equal(kind, model.Kind);
        Assert.Equal(["en", "de"], _store.Find("tone")!.Languages);
    }

    [Fact]
    public async Task AddAsync_severalSizes_takesTheOneOfEightBits()
    {
        var folder = _folder["made/tone-tdt"];
        File.Copy(Path.Combine(folder, "encoder.onnx"), Path.Combine(folder, "encoder.int8.onnx"));

        var model = await Installer().AddAsync(folder, "tone", null, null, Token);

        Assert.Equal("encoder.int8.onnx", model.Files["encoder"]);
        Assert.False(File.Exists(Path.Combine(model.Folder, "encoder.onnx")));
    }

    [Fact]
    public async Task AddAsync_nothingThere_saysSo()
    {
        var error = await Assert.ThrowsAsync<SpeechException>(() => Installer().AddAsync("/nonexistent", "tone", null, null, Token));

        Assert.Equal(SpeechErrorKind.ModelMissing, error.Kind);
    }

    [Fact]
    public async Task PullLibraryAsync_mirror_isCheckedByItsHash()
    {
        var library = ModelCatalogue.Default.LibraryForThisMachine()!;
        var (archive, fake) = MakeLibrary(library);
        _server.Files[$"/{Path.GetFileName(library.Address.AbsolutePath)}"] = archive;

        // The archive is not the real one.
        var error = await Assert.ThrowsAsync<SpeechException>(() => Installer().PullLibraryAsync(_server.Address, null, Token));
        Assert.Equal(SpeechErrorKind.DownloadFailed, error.Kind);
        Assert.False(_store.HasLibrary);

        await new ModelInstaller(_store, fake).PullLibraryAsync(_server.Address, null, Token);
        Assert.True(_store.HasLibrary);
        Assert.Equal(library.Files, InstalledLibrary.Locate(_store.DataFolder).Files);
    }

    [Fact]
    public async Task PullAsync_anotherInstallationIsGoingOn_saysBusy()
    {
        Directory.CreateDirectory(_store.DataFolder);
        using var other = new FileStream(Path.Combine(_store.DataFolder, "install.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var error = await Assert.ThrowsAsync<SpeechException>(() => Installer().PullAsync(Entry(), _server.Address, null, Token));

        Assert.Equal(SpeechErrorKind.Busy, error.Kind);
    }

    [Theory]
    [InlineData("../tone-tdt")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task FindAndRemove_nameThatLeadsOut_findNothing(string name)
    {
        await Installer().PullAsync(Entry(), _server.Address, null, Token);

        Assert.Null(_store.Find(name));
        Assert.False(_store.Remove(name));
        Assert.Single(_store.List());
    }

    private ModelInstaller Installer() => new(_store, ModelCatalogue.Default, time: new EagerTime());

    private static CatalogueModel Entry() => new(
        "tone", ModelKind.NemoTransducer, ["en"], new Uri($"https://models.invalid/releases/{Archive}"), AboutMegabytes: 1, "CC0", Rank: 77);

    private void Serve(string model, string? extra = null)
    {
        if (extra is not null)
        {
            File.WriteAllText(_folder[$"made/{model}/README"], extra);
        }
        _server.Files[$"/{Archive}"] = File.ReadAllBytes(TestArchives.PackFolder(_folder[Archive], _folder[$"made/{model}"], "sherpa-onnx-tone"));
    }

    private (byte[] Archive, ModelCatalogue Catalogue) MakeLibrary(CatalogueLibrary library)
    {
        var bytes = File.ReadAllBytes(TestArchives.Pack(_folder["library.tgz"], [.. library.Files.Select(file => ($"package/{file}", "no library"u8.ToArray()))]));
        var catalogue = new ModelCatalogue([], [library with { Integrity = $"sha512-{Convert.ToBase64String(SHA512.HashData(bytes))}" }]);
        return (bytes, catalogue);
    }
}
