using System.CommandLine;
using Bleep.Cli.Options;
using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Pipeline;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep redact</c>: recordings in, nothing private out.</summary>
internal static class RedactCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("input") { Description = "Audio or video files, or folders of them", Arity = ArgumentArity.OneOrMore };
        var outFolder = new Option<string?>("--out") { Description = "Folder for the outputs; default beside each input", HelpName = "DIR" };
        var audio = new Option<string>("--audio") { Description = "What is heard in place of private words; none writes no media", DefaultValueFactory = _ => "beep" };
        audio.AcceptOnlyFromAmong("beep", "silence", "none");
        var format = new Option<string?>("--format") { Description = "Format of the media; default mp3, for video its own container" };
        format.AcceptOnlyFromAmong("mp3", "wav", "original");
        var padding = new Option<int>("--padding") { Description = "Milliseconds masked before and after each redaction", HelpName = "MS", DefaultValueFactory = _ => 60 };
        padding.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, out int value) || value is < 10 or > 5000))
            {
                result.AddError("The padding must be 10 to 5000 milliseconds.");
            }
        });
        var transcript = new Option<string?>("--transcript") { Description = "The words and their times instead of recognising them; for a single input", HelpName = "FILE.json" };
        var keyterms = new Option<string?>("--keyterms") { Description = "Names and terms that are likely to be said", HelpName = "a,b" };
        var unredacted = new Option<bool>("--unredacted") { Description = "Also write NAME.unredacted.json and .txt, which hold what was said" };
        var verify = new Option<bool>("--verify") { Description = "Listen to the result and publish no media when something private is left" };
        var nameBy = new Option<string>("--name-by") { Description = "Name the outputs after the input, or by a random id that says nothing", DefaultValueFactory = _ => "file" };
        nameBy.AcceptOnlyFromAmong("file", "id");
        var jobs = new Option<int>("--jobs") { Description = "Recordings worked on at the same time; default half of the cores", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Write results as JSON Lines" };
        var yes = new Option<bool>("--yes") { Description = "Replace outputs that are there already without asking" };
        var debug = new Option<bool>("--debug") { Description = "Say on standard error what happens, without any text" };
        var detection = new DetectionOptions();
        var substitution = new SubstitutionOptions();
        var formatting = new FormattingOptions();
        var engine = new EngineOptions();
        var command = new ExampleCommand(
            "redact",
            "Redact recordings: transcript, subtitles, audio or video, with an audit and a report.",
            "bleep redact samples/call.mp3",
            "bleep redact samples/call.mp4 --policies person_name,phone_number --audio silence --out redacted")
        {
            inputs, outFolder, audio, format, padding, transcript, keyterms, unredacted, verify, nameBy, jobs, json, yes, debug,
        };
        detection.AddTo(command);
        substitution.AddTo(command);
        formatting.AddTo(command);
        engine.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            Output.DebugLog.Current.IsOn = parsed.GetValue(debug);
            var finder = detection.ReadFinder(parsed);
            var settings = new RedactionSettings
            {
                Substitution = substitution.Read(parsed),
                Formatting = formatting.Read(parsed),
                Masking = parsed.GetValue(audio) == "none" ? null : new MaskOptions
                {
                    Style = parsed.GetValue(audio) == "silence" ? MaskStyle.Silence : MaskStyle.Beep,
                    Padding = TimeSpan.FromMilliseconds(parsed.GetValue(padding)),
                },
                Format = parsed.GetValue(format) is { } name ? Enum.Parse<AudioOutputFormat>(name, ignoreCase: true) : null,
                Language = detection.Language(parsed),
                Keyterms = (parsed.GetValue(keyterms) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                KeepsUnredacted = parsed.GetValue(unredacted),
                Verifies = parsed.GetValue(verify),
            };
            var run = new RedactRun(finder, settings)
            {
                OutFolder = parsed.GetValue(outFolder),
                TranscriptPath = parsed.GetValue(transcript),
                UsesRandomNames = parsed.GetValue(nameBy) == "id",
                Jobs = parsed.GetValue(jobs) is > 0 and var wanted ? wanted : Math.Max(1, Environment.ProcessorCount / 2),
                WritesJson = parsed.GetValue(json),
                ReplacesOutputs = parsed.GetValue(yes),
            };
            return await run.RunAsync(parsed.GetRequiredValue(inputs), () => engine.OpenAsync(parsed, settings.Language), token);
        });
        return command;
    }
}
