using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Fetching;
using Bleep.Speech.Sherpa;
using Bleep.Speech.Tests.Audio;
using Bleep.Testing;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Sherpa;

/// <summary>Silero's detector of speech, where it is installed, decides what is recognised.</summary>
public sealed class SpeechDetectorTests(SherpaPool pool) : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await ToneModels.CopyAsync(_data.Path);
        using var made = new TemporaryFolder();
        await ToneModels.MakeFilesAsync(made.Path, Token);
        await new ModelInstaller(new ModelStore(_data.Path), ModelCatalogue.Default).AddAsync(made["tone-vad/silero_vad.onnx"], "silero-vad", null, null, Token);
    }

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task RecognizeAsync_detectorIsInstalled_textIsExactAndTimesAreTrue()
    {
        var said = ToneLanguage.Say(Enumerable.Range(0, 30).Select(index => $"line {index} of a long call"), pauseMs: 900);
        await using var recognizer = (await pool.ChooseAsync("tone-tdt", _data.Path)).CreateRecognizer();

        var result = await recognizer.RecognizeAsync(new MemoryAudio(said.Samples), new RecognitionOptions(), null, Token);

        ToneAssert.Same(said, result.Words);
    }

    [Fact]
    public async Task FindAsync_lines_areTheStretchesOfSpeech()
    {
        var said = ToneLanguage.Say(["one two", "three four", "five"], pauseMs: 1500);
        var store = new ModelStore(_data.Path);
        var detector = new HostedSpeechDetector(SherpaModel.ToSpec(store.Find("tone-tdt")!, store, 1), pool.Hosts, this, new JobMessage("en", []));

        var found = await detector.FindAsync(said.Samples, Token);

        Assert.Equal(3, found.Count);
        // The detector gives speech a margin of up to 200 ms.
        Assert.Equal(said.Words[0].Start.TotalMilliseconds / 10, found[0].Start, 20.0);
        Assert.Equal(said.Words[1].End.TotalMilliseconds / 10, found[0].End, 40.0);
        Assert.Equal(said.Words[4].Start.TotalMilliseconds / 10, found[2].Start, 20.0);
    }

    [Fact]
    public async Task Choose_theDetectorItself_isNoRecogniser()
    {
        var choice = await pool.ChooseAsync("silero-vad", _data.Path);

        Assert.Contains("recognises no speech", choice.Error!.Message, StringComparison.Ordinal);
    }
}
