using System.Text.Json;
using Bleep.Speech.Models;
using Bleep.Testing;
using Bleep.Testing.Http;
using Bleep.Testing.Sound;
using Bleep.Testing.Speech;

namespace Bleep.Cli.Tests;

public sealed class ModelsTests : IDisposable
{
    private const string Model = "parakeet-tdt-0.6b-v3";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => _folder["data"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Models_life_from_pull_to_remove()
    {
        await using var mirror = await FileServer.StartAsync();
        await PrepareAsync(mirror);

        var pull = await RunAsync("pull", Model, "--mirror", mirror.Address.AbsoluteUri);
        var list = await RunAsync("list", "--installed", "--json");
        var clip = _folder.Write("clip.wav", WavBytes.Of(ToneLanguage.Say("hello my name is john lowery").Samples));
        var test = await RunAsync("test", Model, "--clip", clip);
        var remove = await RunAsync("remove", Model);
        var gone = await RunAsync("list", "--installed");

        Assert.Equal((0, 0, 0, 0, 0), (pull.ExitCode, list.ExitCode, test.ExitCode, remove.ExitCode, gone.ExitCode));
        Assert.Contains($"{Model}: installed", pull.Output, StringComparison.Ordinal);
        Assert.Contains($"{Model}: downloading", pull.Error, StringComparison.Ordinal);
        var row = JsonDocument.Parse(list.Output).RootElement.EnumerateArray().Single();
        Assert.Equal(Model, row.GetProperty("name").GetString());
        Assert.Equal("nemo-transducer", row.GetProperty("kind").GetString());
        Assert.True(row.GetProperty("installed").GetBoolean());
        Assert.Contains("heard:  hello my name is john lowery\n", test.Output, StringComparison.Ordinal);
        Assert.Matches(@"audio:  \d+\.\d\d s, recognised in \d+\.\d\d s, RTF \d+\.\d{3}\n", test.Output);
        Assert.Contains("no models are installed", gone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_everything_shows_the_catalogue()
    {
        var run = await RunAsync("list");

        Assert.Equal(0, run.ExitCode);
        Assert.All(ModelCatalogue.Default.Models, model => Assert.Contains(model.Name, run.Output, StringComparison.Ordinal));
        Assert.Contains("sherpa-onnx library: not installed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_names_and_addresses_are_usage_errors()
    {
        foreach (string[] arguments in new string[][]
        {
            ["pull", "whisperer"], ["pull", Model, "--mirror", "ftp://host/"], ["add", "/nonexistent"], ["remove", "whisperer"], ["remove", "../data"],
            ["test", "whisperer"], ["add", _folder.Path, "--name", "Not A Name"],
        })
        {
            var run = await RunAsync(arguments);
            Assert.Equal(2, run.ExitCode);
            Assert.Single(run.ErrorLines);
        }
    }

    [Fact]
    public async Task Pull_without_the_file_on_the_server_is_one_clear_line()
    {
        await using var mirror = await FileServer.StartAsync();
        await ToneModels.CopyAsync(Data, withModels: false);

        var run = await RunAsync("pull", Model, "--mirror", mirror.Address.AbsoluteUri);

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("the server answered 404", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private async Task PrepareAsync(FileServer mirror)
    {
        await ToneModels.CopyAsync(Data, withModels: false);
        await ToneModels.MakeFilesAsync(_folder["made"], Token);
        string archive = Path.GetFileName(ModelCatalogue.Default.Find(Model)!.Address.AbsolutePath);
        mirror.Files[$"/{archive}"] = await File.ReadAllBytesAsync(TestArchives.PackFolder(_folder[archive], _folder["made/tone-tdt"], "tone"), Token);
    }

    private Task<Testing.Processes.ProgramRun> RunAsync(params string[] arguments) => BleepCli.RunAsync(["models", .. arguments, "--data", Data]);
}
