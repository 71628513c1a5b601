using System.Diagnostics;
using System.Runtime.InteropServices;
using Bleep.Media;
using Bleep.Pipeline;
using Bleep.Speech;
using Bleep.Speech.Hosting;

namespace Bleep.Cli.Engines;

/// <summary>Looks whether everything works: not only whether files are there, but whether the engine loads.</summary>
internal static class MachineChecks
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<MachineCheck>> RunAsync(CancellationToken cancellationToken) =>
    [
        new MachineCheck("Bleep", true, $"{BleepVersion.Current}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"),
        await CheckMediaAsync(cancellationToken),
        await CheckEngineAsync(cancellationToken),
        CheckTemporaryFolder(),
    ];

    private static async Task<MachineCheck> CheckMediaAsync(CancellationToken cancellationToken)
    {
        try
        {
            var tools = MediaTools.Locate();
            string version = await FirstLineAsync(tools.FfmpegPath, cancellationToken);
            // The banner reads 'ffmpeg version 5.1.6-0+deb12u1 Copyright …'.
            return new MachineCheck("ffmpeg", true, $"{version.Split(' ').ElementAtOrDefault(2) ?? "unknown version"} ({tools.FfmpegPath})");
        }
        catch (MediaToolMissingException missing)
        {
            return new MachineCheck("ffmpeg", false, $"{missing.Tool} is not on the search path", Install("ffmpeg", "brew install ffmpeg", "winget install ffmpeg"));
        }
    }

    private static async Task<MachineCheck> CheckEngineAsync(CancellationToken cancellationToken)
    {
        const string Name = "speech engine";
        await using var pool = new EngineHostPool();
        var choice = new SpeechEngines(pool).Choose();
        try
        {
            await choice.LoadAsync(cancellationToken);
            return new MachineCheck(Name, true, $"{choice.Info!.Name} ({choice.Info.Model}){(choice.Info.IsDemoGrade ? ", demo-grade English" : "")}");
        }
        catch (SpeechException exception)
        {
            return new MachineCheck(Name, false, exception.Message, Install(
                "libpocketsphinx3 pocketsphinx-en-us",
                "PocketSphinx is packaged for Debian and Ubuntu only; give the words with --transcript",
                "PocketSphinx is packaged for Debian and Ubuntu only; give the words with --transcript"));
        }
    }

    private static MachineCheck CheckTemporaryFolder()
    {
        string folder = Path.GetTempPath();
        try
        {
            using var file = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose,
            });
            return new MachineCheck("temporary folder", true, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new MachineCheck("temporary folder", false, $"{folder} cannot be written", "set TMPDIR to a folder that can");
        }
    }

    private static string Install(string packages, string onMac, string onWindows) =>
        OperatingSystem.IsMacOS() ? onMac : OperatingSystem.IsWindows() ? onWindows : $"sudo apt-get install {packages}";

    private static async Task<string> FirstLineAsync(string program, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["-version"]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            return await process.StandardOutput.ReadLineAsync(patience.Token) ?? "";
        }
        finally
        {
            process.Kill();
        }
    }
}
