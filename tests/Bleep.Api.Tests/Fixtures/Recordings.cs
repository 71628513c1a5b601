using Bleep.Testing;
using Bleep.Testing.Processes;
using Bleep.Testing.Sound;

namespace Bleep.Api.Tests.Fixtures;

/// <summary>Short recordings, made when the tests run.</summary>
internal sealed class Recordings : IDisposable
{
    /// <summary>What is said in <see cref="Speech"/>: what follows 'my name is' and 'my number is' is private whatever the engine hears.</summary>
    public const string Said = "hello my name is john lowery. my phone number is six one zero two six five. thank you for the telephone call.";

    private const int SampleRateHz = 16_000;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Folder of the recordings.</summary>
    public string Folder => _folder.Path;

    /// <summary>A voice, 16 kHz mono.</summary>
    public string Speech => _folder["speech.wav"];

    /// <summary>Two seconds of nothing.</summary>
    public string Silence => _folder["silence.wav"];

    /// <summary>The voice on the left, nothing on the right.</summary>
    public string Stereo => _folder["stereo.wav"];

    /// <summary>A tenth of a second, less than is taken.</summary>
    public string Instant => _folder["instant.wav"];

    /// <summary>No recording at all.</summary>
    public string Notes => _folder["notes.txt"];

    /// <summary>The voice under a test picture.</summary>
    public string Video => _folder["video.mp4"];

    public static async Task<Recordings> MakeAsync()
    {
        var recordings = new Recordings();
        var none = new short[2 * SampleRateHz];
        recordings._folder.Write("silence.wav", WavBytes.Of(none));
        recordings._folder.Write("instant.wav", WavBytes.Of(none.AsSpan(0, SampleRateHz / 10)));
        recordings._folder.Write("notes.txt", "A shopping list: milk, bread, apples."u8.ToArray());
        await RunAsync("flite", "-voice", "rms", "-t", Said, "-o", recordings.Speech);
        await RunAsync(
            "ffmpeg", "-v", "error", "-i", recordings.Speech, "-af", "pan=stereo|c0=c0|c1=0*c0", "-c:a", "pcm_s16le", recordings.Stereo);
        await RunAsync(
            "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=160x120:rate=5", "-i", recordings.Speech, "-shortest", "-c:v", "libx264",
            "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", recordings.Video);
        return recordings;
    }

    public void Dispose() => _folder.Dispose();

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var run = await ProgramRun.RunAsync(program, arguments, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{program}: {run.Error}");
    }
}
