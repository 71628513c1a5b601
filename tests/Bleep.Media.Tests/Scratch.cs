using System.Diagnostics;

namespace Bleep.Media.Tests;

/// <summary>A folder of a test's own, with the real ffmpeg at hand to make input and to look at output.</summary>
public sealed class Scratch : IDisposable
{
    public Scratch() => Folder = Directory.CreateTempSubdirectory("bleep-media-").FullName;

    public static MediaTools Tools { get; } = MediaTools.Locate();

    public string Folder { get; }

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Runs ffmpeg in the folder; fails the test when it fails.</summary>
    public Task<byte[]> FfmpegAsync(string arguments) => RunAsync(Tools.FfmpegPath, "-hide_banner -nostdin -y -v error " + arguments);

    /// <summary>Runs ffprobe in the folder.</summary>
    public async Task<string> FfprobeAsync(string arguments) =>
        System.Text.Encoding.UTF8.GetString(await RunAsync(Tools.FfprobePath, "-hide_banner -v error " + arguments)).Trim();

    /// <summary>Decodes the first sound track as any player would.</summary>
    public async Task<short[]> DecodeAsync(string name, int rate, int channels) =>
        Shorts(await FfmpegAsync($"-i {name} -map 0:a:0 -f s16le -ar {rate} -ac {channels} -"));

    public static short[] Shorts(byte[] bytes) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bytes).ToArray();

    /// <summary>Writes a shell script that stands in for a tool.</summary>
    public async Task ScriptAsync(string name, string text)
    {
        await File.WriteAllTextAsync(this[name], text, TestContext.Current.CancellationToken);
        await RunAsync("chmod", $"+x {name}");
    }

    /// <summary>Runs any program in the folder; the words of the arguments are divided by blanks, quotes hold them together.</summary>
    public async Task<byte[]> RunAsync(string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {arguments}: {await errors}");
        return output.ToArray();
    }
}
