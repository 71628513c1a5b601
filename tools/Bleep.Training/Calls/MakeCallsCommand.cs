using System.CommandLine;
using Bleep.Dialogues;
using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Scripts;

namespace Bleep.Training.Calls;

/// <summary><c>make-calls</c>: made-up calls as sound with truth files.</summary>
internal static class MakeCallsCommand
{
    // Each call runs a few child processes of its own.
    private const int CallsAtOnce = 2;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "The first seed", DefaultValueFactory = _ => 1 };
        var count = new Option<int>("--count") { Description = "Number of calls; each takes one seed", DefaultValueFactory = _ => 20 };
        var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write to", Required = true };
        var stereo = new Option<bool>("--stereo") { Description = "The agent left, the caller right" };
        var telephone = new Option<bool>("--telephone") { Description = "300 to 3400 Hz, 8 kHz, mu-law" };
        var noise = new Option<double?>("--noise") { Description = "Noise this many dB below speech" };
        var video = new Option<bool>("--video") { Description = "Also write an MP4 file" };
        var voices = new Option<string>("--voices")
        {
            Description = "clear: the two best understood; varied: different ones for each call",
            DefaultValueFactory = _ => "clear",
        };
        voices.AcceptOnlyFromAmong("clear", "varied");
        var common = new CallOptionsInput();
        var command = new Command("make-calls", "Write made-up calls as WAV with truth, transcript and gold dialogues")
        {
            seed, count, folder, stereo, telephone, noise, video, voices,
        };
        common.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var recording = new RecordingOptions
            {
                IsStereo = parsed.GetValue(stereo),
                IsTelephone = parsed.GetValue(telephone),
                NoiseDb = parsed.GetValue(noise),
            };
            return RunAsync(
                new CallGenerator(common.Read(parsed)),
                Enumerable.Range(parsed.GetValue(seed), parsed.GetValue(count)),
                seedOfCall => parsed.GetValue(voices) == "varied" ? recording with { Voices = CallVoices.Varied(seedOfCall) } : recording,
                parsed.GetRequiredValue(folder),
                parsed.GetValue(video),
                token);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CallGenerator generator, IEnumerable<int> seeds, Func<int, RecordingOptions> options, DirectoryInfo folder, bool withVideo,
        CancellationToken cancellationToken)
    {
        folder.Create();
        int[] all = [.. seeds];
        await using (var gold = File.Create(Path.Combine(folder.FullName, "gold.jsonl")))
        {
            var writer = new DialogueWriter(gold);
            foreach (int seed in all)
            {
                writer.Write(DialogueExport.Spoken(generator.Generate(seed)));
            }
        }
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(all, parallel, async (seed, token) =>
            {
                var recording = await new CallRecorder(options(seed)).RecordAsync(generator.Generate(seed), seed, token);
                await CallFiles.WriteAsync(recording, folder, withVideo, token);
            });
        }
        catch (VoiceMissingException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 3;
        }
        return 0;
    }
}
