using System.CommandLine;
using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Media;
using Bleep.Synthesis.Scripts;

namespace Bleep.Training.Calls;

/// <summary><c>make-sample</c>: the sample call of the repository, from its script.</summary>
internal static class MakeSampleCommand
{
    private static readonly RecordingOptions s_recording = new()
    {
        MinPause = TimeSpan.FromMilliseconds(150),
        MaxPause = TimeSpan.FromMilliseconds(450),
    };

    public static Command Create()
    {
        var script = new Argument<FileInfo>("script") { Description = "The script, samples/call.script.txt" };
        var folder = new Option<DirectoryInfo?>("--out") { Description = "The folder to write to; the script's own by default" };
        var title = new Option<string>("--title") { Description = "The title in the video", DefaultValueFactory = _ => "Bleep sample call" };
        var command = new Command("make-sample", "Speak a script and write it as MP3, MP4 and truth") { script, folder, title };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetRequiredValue(script),
            parsed.GetValue(folder) ?? parsed.GetRequiredValue(script).Directory!,
            parsed.GetRequiredValue(title),
            token));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo script, DirectoryInfo folder, string title, CancellationToken cancellationToken)
    {
        string id = script.Name.Split('.')[0];
        using var reader = script.OpenText();
        try
        {
            var recording = await new CallRecorder(s_recording).RecordAsync(ScriptFile.Read(id, reader), seed: 1, cancellationToken);
            folder.Create();
            string name = Path.Combine(folder.FullName, id);
            await MediaEncoder.WriteMp3Async(recording.Sound, $"{name}.mp3", cancellationToken);
            await MediaEncoder.WriteMp4Async(recording.Sound, title, $"{name}.mp4", cancellationToken);
            await CallFiles.WriteTruthAsync(recording.Truth, folder, $"{id}.mp3", cancellationToken);
            return 0;
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync($"{script.Name}: {exception.Message}");
            return 1;
        }
        catch (VoiceMissingException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 3;
        }
    }
}
