using Bleep.Speech.Models.Fetching;
using Bleep.Speech.Tests.Http;
using Bleep.Testing.Http;
using Bleep.Testing;

namespace Bleep.Speech.Tests.Models;

public sealed class FileDownloadTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _file = new byte[300_000];
    private readonly EagerTime _time = new();
    private readonly HttpClient _client = new();
    private FileServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Target => _folder["model.tar.bz2"];

    public async ValueTask InitializeAsync()
    {
        new Random(1).NextBytes(_file);
        _server = await FileServer.StartAsync();
        _server.Files["/model.tar.bz2"] = _file;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task FetchAsync_wholeFile_comesWithProgress()
    {
        var told = new Collected();

        await FetchAsync(progress: told);

        Assert.Equal(_file, await File.ReadAllBytesAsync(Target, Token));
        Assert.Equal(["model.tar.bz2"], _folder.Entries);
        Assert.Equal(_file.Length, told.Values[^1].DoneBytes);
        Assert.Equal(_file.Length, told.Values[^1].TotalBytes);
    }

    [Fact]
    public async Task FetchAsync_connectionBreaks_onlyTheRestIsAskedFor()
    {
        _server.BreakAfter = 100_000;

        await FetchAsync();

        Assert.Equal(_file, await File.ReadAllBytesAsync(Target, Token));
        var ranges = _server.Ranges.ToArray();
        Assert.Equal("", ranges[0]);
        Assert.StartsWith("bytes=", ranges[1], StringComparison.Ordinal);
        Assert.InRange(int.Parse(ranges[1]["bytes=".Length..^1]), 1, 100_000);
    }

    [Fact]
    public async Task FetchAsync_partOfAnEarlierRun_isContinued()
    {
        await LeavePartAsync(tag: "\"one\"");

        await FetchAsync();

        Assert.Equal(_file, await File.ReadAllBytesAsync(Target, Token));
        Assert.Equal(["bytes=5000-"], _server.Ranges);
        Assert.Equal(["model.tar.bz2"], _folder.Entries);
    }

    [Fact]
    public async Task FetchAsync_fileChangedSinceThePart_startsAnew()
    {
        await LeavePartAsync(tag: "\"zero\"");

        await FetchAsync();

        Assert.Equal(_file, await File.ReadAllBytesAsync(Target, Token));
    }

    [Fact]
    public async Task FetchAsync_serverIsBusy_isAskedAgainAfterGrowingPauses()
    {
        _server.Failures.Enqueue(503);
        _server.Failures.Enqueue(429);

        await FetchAsync();

        Assert.Equal(_file, await File.ReadAllBytesAsync(Target, Token));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], _time.Waits);
    }

    [Fact]
    public async Task FetchAsync_serverStaysBusy_givesUpWithAClearError()
    {
        for (int count = 0; count < 10; count++)
        {
            _server.Failures.Enqueue(500);
        }

        var error = await Assert.ThrowsAsync<SpeechException>(() => FetchAsync());

        Assert.Equal(SpeechErrorKind.DownloadFailed, error.Kind);
        Assert.EndsWith("the server answered 500", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, _server.Ranges.Count);
    }

    [Fact]
    public async Task FetchAsync_notThere_isNotAskedAgain()
    {
        var error = await Assert.ThrowsAsync<SpeechException>(() => FetchAsync("other.tar.bz2"));

        Assert.EndsWith("the server answered 404", error.Message, StringComparison.Ordinal);
        Assert.Single(_server.Ranges);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FetchAsync_tooLarge_isRefused(bool tellsLength)
    {
        _server.TellsLength = tellsLength;

        var error = await Assert.ThrowsAsync<SpeechException>(() => FetchAsync(maxBytes: 200_000));

        Assert.Contains("larger than", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task FetchAsync_cancelled_stopsAndKeepsWhatCame()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Collected { Act = () => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new FileDownload(_client, _time).FetchAsync(new Uri(_server.Address, "model.tar.bz2"), Target, 1_000_000, progress, stop.Token));

        Assert.Contains("model.tar.bz2.part", _folder.Entries);
        Assert.Contains("model.tar.bz2.part.json", _folder.Entries);
    }

    private Task FetchAsync(string name = "model.tar.bz2", long maxBytes = 1_000_000, IProgress<FetchProgress>? progress = null) =>
        new FileDownload(_client, _time).FetchAsync(new Uri(_server.Address, name), Target, maxBytes, progress, Token);

    private async Task LeavePartAsync(string tag)
    {
        await File.WriteAllBytesAsync($"{Target}.part", _file[..5000], Token);
        _folder.Write("model.tar.bz2.part.json", $$"""{"address":"{{new Uri(_server.Address, "model.tar.bz2")}}","validator":{{System.Text.Json.JsonSerializer.Serialize(tag)}}}""");
    }

    private sealed class Collected : IProgress<FetchProgress>
    {
        public List<FetchProgress> Values { get; } = [];

        public Action? Act { get; init; }

        public void Report(FetchProgress value)
        {
            Values.Add(value);
            Act?.Invoke();
        }
    }
}
