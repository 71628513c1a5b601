using System.ComponentModel;
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
    private const int MostSaid = 64 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<MachineCheck>> RunAsync(CancellationToken cancellationToken) =>
    [
        new MachineCheck("Bleep", true, $"{BleepVersion.Current}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"),
        .. await CheckMediaAsync(cancellationToken),
        await CheckEngineAsync(cancellationToken),
        CheckTemporaryFolder(),
    ];

    private static async Task<MachineCheck[]> CheckMediaAsync(CancellationToken cancellationToken)
    {
        const string Name = "ffmpeg";
        try
        {
            var tools = MediaTools.Locate();
            string banner = await SaysAsync(tools.FfmpegPath, "-version", cancellationToken);
            string encoders = await SaysAsync(tools.FfmpegPath, "-encoders", cancellationToken);
            // The banner reads 'ffmpeg version 5.1.6-0+deb12u1 Copyright …'.
            string version = banner.Split('\n')[0].Split(' ').ElementAtOrDefault(2) ?? "unknown version";
            bool writesMp3 = encoders.Contains(" libmp3lame ", StringComparison.Ordinal);
            return
            [
                new MachineCheck(Name, true, $"{version} ({tools.FfmpegPath})"),
                writesMp3
                    ? new MachineCheck("mp3 encoder", true, "libmp3lame")
                    : new MachineCheck("mp3 encoder", false, "this ffmpeg was built without libmp3lame", $"use --format wav, or: {InstallFfmpeg()}"),
            ];
        }
        catch (MediaToolMissingException missing)
        {
            return [new MachineCheck(Name, false, $"{missing.Tool} is not on the search path", InstallFfmpeg())];
        }
        catch (Exception exception) when (exception is Win32Exception or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [new MachineCheck(Name, false, "it is there but does not run", InstallFfmpeg())];
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
            // Some messages say themselves what to run.
            const string Run = "run: ";
            int run = exception.Message.IndexOf(Run, StringComparison.Ordinal);
            return new MachineCheck(Name, false, exception.Message, run >= 0 ? exception.Message[(run + Run.Length)..] : Install(
                "libpocketsphinx3 pocketsphinx-en-us",
                "PocketSphinx is packaged for Debian and Ubuntu only; run: bleep models pull parakeet-tdt-0.6b-v3",
                "PocketSphinx is packaged for Debian and Ubuntu only; run: bleep models pull parakeet-tdt-0.6b-v3"));
        }
    }

    private static MachineCheck CheckTemporaryFolder()
    {
        string folder = Path.GetTempPath();
        try
        {
            using var file = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
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

    private static string InstallFfmpeg() => Install("ffmpeg", "brew install ffmpeg", "winget install ffmpeg");

    private static async Task<string> SaysAsync(string program, string option, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["-hide_banner", option])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            char[] said = new char[MostSaid];
            return new string(said, 0, await process.StandardOutput.ReadBlockAsync(said, patience.Token));
        }
        finally
        {
            process.Kill();
        }
    }
}
