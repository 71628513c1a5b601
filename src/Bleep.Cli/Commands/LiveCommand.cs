using System.CommandLine;
using System.Text;
using Bleep.Cli.Live;
using Bleep.Cli.Options;
using Bleep.Cli.Output;
using Bleep.Live;
using Bleep.Media;
using Bleep.Media.Decoding;
using Bleep.Speech;
using Spectre.Console;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep live</c>: captions of what is being said, redacted.</summary>
internal static class LiveCommand
{
    public static Command Create()
    {
        var input = new Argument<string?>("input")
        {
            Description = "A recording, played as if live; or - for standard input: a stream, or raw samples (16 bits, 16 kHz, mono)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var microphone = new Option<bool>("--mic") { Description = "Listen to the microphone" };
        var device = new Option<string?>("--device")
        {
            Description = "The microphone to listen to, as ffmpeg names it; on Linux pulse:NAME or alsa:NAME",
            HelpName = "NAME",
        };
        var realTime = new Option<bool>("--real-time") { Description = "Play the recording no faster than it was spoken" };
        var keyterms = new Option<string?>("--keyterms") { Description = "Names and terms that are likely to be said", HelpName = "a,b" };
        var json = new Option<bool>("--json") { Description = "Write turns as JSON Lines" };
        var debug = new Option<bool>("--debug") { Description = "Say on standard error what happens, without any text" };
        var detection = new DetectionOptions();
        var substitution = new SubstitutionOptions();
        var formatting = new FormattingOptions();
        var engine = new EngineOptions();
        var command = new ExampleCommand(
            "live",
            "Live captions with personal data redacted, from a microphone, a stream or a recording.",
            "bleep live samples/call.mp3",
            "ffmpeg -v error -i samples/call.mp3 -t 10 -f s16le -ar 16000 -ac 1 - | bleep live -")
        {
            input, microphone, device, realTime, keyterms, json, debug,
        };
        detection.AddTo(command);
        substitution.AddTo(command);
        formatting.AddTo(command);
        engine.AddTo(command, isLive: true);
        command.SetAction(async (parsed, token) =>
        {
            DebugLog.Current.IsOn = parsed.GetValue(debug);
            string? path = parsed.GetValue(input);
            string? microphoneName = parsed.GetValue(device);
            bool isMicrophone = parsed.GetValue(microphone) || microphoneName is not null;
            bool isPaced = parsed.GetValue(realTime);
            RefuseContradictions(path, isMicrophone, microphoneName, isPaced);

            var finder = detection.ReadFinder(parsed);
            string language = detection.Language(parsed);
            var redactor = new LiveRedactor(finder, substitution.Read(parsed), formatting.Read(parsed));
            await using var session = await engine.OpenLiveAsync(parsed, language);
            var captioning = new LiveCaptioning(session.Recognizer, redactor, CaptionsFor(parsed.GetValue(json)))
            {
                Language = language,
                Keyterms = (parsed.GetValue(keyterms) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                IsPaced = isPaced,
            };
            if (session.Notice is { } notice)
            {
                ErrorLine.Write(notice);
            }
            if (isMicrophone)
            {
                await ListenAsync(captioning, microphoneName, token);
            }
            else if (path is null or "-")
            {
                await ReadAsync(captioning, token);
            }
            else
            {
                await PlayAsync(captioning, path, token);
            }
            return ExitCodes.Done;
        });
        return command;
    }

    private static void RefuseContradictions(string? path, bool isMicrophone, string? device, bool isPaced)
    {
        if (isMicrophone && path is not null)
        {
            throw CommandFailure.Usage("a microphone and an input exclude each other; leave one out");
        }
        if (isPaced && (isMicrophone || path is null or "-"))
        {
            throw CommandFailure.Usage("--real-time goes with a recording; other sound comes at its own pace");
        }
        if (isMicrophone && device is null && OperatingSystem.IsWindows())
        {
            throw CommandFailure.Usage("name the microphone with --device; 'ffmpeg -list_devices true -f dshow -i dummy' lists them");
        }
        if (!isMicrophone && path is null or "-" && !Console.IsInputRedirected)
        {
            throw CommandFailure.Usage("nothing to listen to; give --mic or a recording, or pipe sound into it");
        }
    }

    private static ICaptions CaptionsFor(bool asJson)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (asJson)
        {
            return new CaptionJson(Console.Out);
        }
        return Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi ? new CaptionLines(Console.Out) : new CaptionTerminal(AnsiConsole.Console);
    }

    private static async Task ListenAsync(LiveCaptioning captioning, string? device, CancellationToken cancellationToken)
    {
        var tools = MediaTools.Locate();
        await using var sound = await MicrophoneStream.OpenAsync(tools, device, ISpeechAudio.RequiredSampleRateHz, cancellationToken)
            ?? throw new CommandFailure(
                ExitCodes.MachineLacks,
                $"no microphone could be opened with ffmpeg ({string.Join(", ", MicrophoneStream.Systems)}); plug one in, or name one with --device");
        ErrorLine.Write("listening (Ctrl-C stops)");
        await captioning.RunAsync(sound, cancellationToken);
        throw CommandFailure.Input("the microphone is gone; plug it in and run again");
    }

    private static async Task ReadAsync(LiveCaptioning captioning, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        try
        {
            await using var sound = await StandardInputStream.OpenAsync(input, MediaTools.Locate, cancellationToken);
            await captioning.RunAsync(sound, cancellationToken);
        }
        catch (MediaException exception)
        {
            throw new CommandFailure(FailureText.CodeOf(exception), $"standard input: {FailureText.Of(exception)}");
        }
    }

    private static async Task PlayAsync(LiveCaptioning captioning, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = await MediaFile.OpenAsync(path, MediaTools.Locate(), cancellationToken: cancellationToken);
            await using var sound = await file.OpenPcmAsync(new PcmFormat(ISpeechAudio.RequiredSampleRateHz, Channels: 1), cancellationToken);
            await captioning.RunAsync(sound, cancellationToken);
        }
        catch (MediaException exception)
        {
            throw new CommandFailure(FailureText.CodeOf(exception), $"{path}: {FailureText.Of(exception)}");
        }
    }
}
