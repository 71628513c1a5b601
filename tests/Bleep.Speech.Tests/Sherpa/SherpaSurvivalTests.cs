using System.Diagnostics;
using System.Text.Json.Nodes;
using Bleep.Speech.Hosting;
using Bleep.Speech.Models;
using Bleep.Speech.Tests.Audio;
using Bleep.Speech.Tests.Hosting;
using Bleep.Testing;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Sherpa;

/// <summary>Whatever a model does, one job has one clear error, the next job works, and no process stays behind.</summary>
public sealed class SherpaSurvivalTests(SherpaPool pool) : IDisposable
{
    private readonly TemporaryFolder _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task LoadAsync_changedFile_isRefusedBeforeNativeCodeSeesIt()
    {
        await ToneModels.CopyAsync(_data.Path);
        await File.AppendAllTextAsync(_data["models/tone-tdt/encoder.onnx"], "x", Token);

        var error = await FailAsync("tone-tdt");

        Assert.Equal(SpeechErrorKind.ModelBroken, error.Kind);
        Assert.Contains("was changed", error.Message, StringComparison.Ordinal);
        await AssertNextJobWorksAsync();
    }

    [Fact]
    public async Task LoadAsync_cutFileWithItsHashRecorded_isRefusedBeforeNativeCodeSeesIt()
    {
        await ToneModels.CopyAsync(_data.Path);
        var bytes = await File.ReadAllBytesAsync(_data["models/tone-tdt/encoder.onnx"], Token);
        await ReplaceAsync("tone-tdt", "encoder.onnx", bytes[..(bytes.Length / 2)]);

        var error = await FailAsync("tone-tdt");

        Assert.Equal(SpeechErrorKind.ModelBroken, error.Kind);
        Assert.Contains("no whole ONNX model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_modelThatNativeCodeDiesOf_isOneErrorAndTheNextJobWorks()
    {
        await ToneModels.CopyAsync(_data.Path);
        var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_data["models/tone-zipformer-ctc/model.onnx"], Token));
        // Whole on the outside, but with an operation that does not exist.
        await ReplaceAsync("tone-zipformer-ctc", "model.onnx", System.Text.Encoding.Latin1.GetBytes(text.Replace("Gather", "Gothar", StringComparison.Ordinal)));

        var error = await FailAsync("tone-zipformer-ctc");

        Assert.Equal(SpeechErrorKind.HostCrashed, error.Kind);
        await AssertNextJobWorksAsync();
    }

    [Theory]
    [InlineData("a 0\nb 1\n", "no blank")]
    [InlineData("<blk> 0\na 1\nb 2\n", "another number of symbols")]
    [InlineData("<blk> zero\n", "no table of tokens")]
    [InlineData("", "no table of tokens")]
    public async Task LoadAsync_wrongTokens_areRefusedBeforeNativeCodeSeesThem(string tokens, string reason)
    {
        await ToneModels.CopyAsync(_data.Path);
        await ReplaceAsync("tone-tdt", "tokens.txt", System.Text.Encoding.UTF8.GetBytes(tokens));

        var error = await FailAsync("tone-tdt");

        Assert.Equal(SpeechErrorKind.ModelBroken, error.Kind);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_changedLibrary_isRefusedBeforeItIsLoaded()
    {
        await ToneModels.CopyAsync(_data.Path);
        var library = Directory.EnumerateFiles(_data["engines"], "libsherpa-onnx-c-api*", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(library, "x", Token);

        var error = await FailAsync("tone-tdt");

        Assert.Equal(SpeechErrorKind.EngineMissing, error.Kind);
        Assert.True(error.IsMissingSoftware);
    }

    [Fact]
    public async Task RecognizeAsync_hostIsKilledWhileDecoding_thePieceIsDecodedAgain()
    {
        await using var hosts = TestHosts.Pool(maxHosts: 1);
        await using var recognizer = await RecognizerAsync(hosts);
        var said = ToneLanguage.Say(Enumerable.Repeat("a line of a call", 20), pauseMs: 900);
        int killed = 0;
        var progress = new Reaction(() =>
        {
            if (Interlocked.Exchange(ref killed, 1) == 0)
            {
                Kill(hosts.HostProcessIds.Single(), "KILL");
            }
        });

        var result = await recognizer.RecognizeAsync(new MemoryAudio(said.Samples), new RecognitionOptions(), progress, Token);

        Assert.Equal(1, killed);
        ToneAssert.Same(said, result.Words);
    }

    [Fact]
    public async Task RecognizeAsync_hostHangs_isAnErrorAndLeavesNoProcess()
    {
        await using var hosts = TestHosts.Pool(maxHosts: 1, replyTimeout: TimeSpan.FromSeconds(5));
        await using var recognizer = await RecognizerAsync(hosts);
        await recognizer.RecognizeAsync(new MemoryAudio(ToneLanguage.Say("warm").Samples), new RecognitionOptions(), null, Token);
        int stopped = hosts.HostProcessIds.Single();
        Kill(stopped, "STOP");
        var said = ToneLanguage.Say("hello john");

        // The stopped host is given up; a fresh one does the work.
        var result = await recognizer.RecognizeAsync(new MemoryAudio(said.Samples), new RecognitionOptions(), null, Token);

        ToneAssert.Same(said, result.Words);
        Assert.False(TestHosts.IsRunning(stopped));
        Assert.DoesNotContain(stopped, hosts.HostProcessIds);
    }

    private static async Task<ISpeechRecognizer> RecognizerAsync(EngineHostPool hosts) =>
        new SpeechEngines(hosts, new SpeechEngineSettings { DataFolder = await ToneModels.DataFolderAsync() }).Choose("sherpa-onnx", "tone-tdt").CreateRecognizer();

    private async Task<SpeechException> FailAsync(string model)
    {
        var choice = await pool.ChooseAsync(model, _data.Path);
        return await Assert.ThrowsAsync<SpeechException>(() => choice.LoadAsync(Token));
    }

    private async Task AssertNextJobWorksAsync()
    {
        var said = ToneLanguage.Say("still here");
        await using var recognizer = (await pool.ChooseAsync("tone-tdt")).CreateRecognizer();
        ToneAssert.Same(said, (await recognizer.RecognizeAsync(new MemoryAudio(said.Samples), new RecognitionOptions(), null, Token)).Words);
    }

    /// <summary>Replaces a file of a model as if it had been installed like that.</summary>
    private async Task ReplaceAsync(string model, string file, byte[] content)
    {
        var path = _data[$"models/{model}/{file}"];
        await File.WriteAllBytesAsync(path, content, Token);
        var manifestPath = _data[$"models/{model}/{InstalledModel.ManifestName}"];
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(manifestPath, Token))!;
        manifest["sha256"]![file] = FileHash.Of(path);
        await File.WriteAllTextAsync(manifestPath, manifest.ToJsonString(), Token);
    }

    private static void Kill(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"])!;
        kill.WaitForExit();
    }

    private sealed class Reaction(Action act) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) => act();
    }
}
