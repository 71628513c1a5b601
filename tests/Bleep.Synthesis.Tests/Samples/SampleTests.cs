using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Media;
using Bleep.Synthesis.Scripts;
using Bleep.Synthesis.Truth;

namespace Bleep.Synthesis.Tests.Samples;

public sealed class SampleTests
{
    private static readonly string s_folder = FindFolder();

    [Fact]
    public void Truth_committedFile_saysWhatTheScriptSays()
    {
        using var script = File.OpenText(Path.Combine(s_folder, "call.script.txt"));
        var call = ScriptFile.Read("call", script);

        var truth = TruthJson.Read(File.ReadAllBytes(Path.Combine(s_folder, "call.truth.json")));

        Assert.Equal(call.Turns.SelectMany(turn => turn.Words).Select(word => word.Text), truth.Words.Select(word => word.Text));
        Assert.Equal(
            call.Turns.SelectMany(turn => turn.Spans).Select(span => (span.Policy, span.Value)), truth.Pii.Select(entry => (entry.Policy, entry.Text)));
    }

    [Theory]
    [InlineData("call.mp3")]
    [InlineData("call.mp4")]
    public void Media_committedFile_isSmall(string name) =>
        Assert.InRange(new FileInfo(Path.Combine(s_folder, name)).Length, 100_000, 2_000_000);

    [Fact]
    public async Task Media_ofAShortScript_isWrittenAndRepeatable()
    {
        var token = TestContext.Current.CancellationToken;
        var recording = await new CallRecorder().RecordAsync(
            ScriptFile.Read("short", new StringReader("A: what's your name?\nC: my name is <person_name:Ann Lee|ann lee>.")), 1, token);
        var folder = Directory.CreateTempSubdirectory("bleep-test-");
        try
        {
            string[] names = ["one.mp3", "two.mp3", "one.mp4", "two.mp4"];
            string[] paths = [.. names.Select(name => Path.Combine(folder.FullName, name))];

            await MediaEncoder.WriteMp3Async(recording.Sound, paths[0], token);
            await MediaEncoder.WriteMp3Async(recording.Sound, paths[1], token);
            await MediaEncoder.WriteMp4Async(recording.Sound, "A title", paths[2], token);
            await MediaEncoder.WriteMp4Async(recording.Sound, "A title", paths[3], token);

            Assert.Equal(await File.ReadAllBytesAsync(paths[0], token), await File.ReadAllBytesAsync(paths[1], token));
            Assert.Equal(await File.ReadAllBytesAsync(paths[2], token), await File.ReadAllBytesAsync(paths[3], token));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task WriteMp4_titleWithFilterCharacters_isRefused() => await Assert.ThrowsAsync<ArgumentException>(() => MediaEncoder.WriteMp4Async(
        new Sound(16_000, [new short[16]]), "a':b", "x.mp4", TestContext.Current.CancellationToken));

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bleep.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        }
        return Path.Combine(folder.FullName, "samples");
    }
}
