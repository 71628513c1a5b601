using System.CommandLine;
using Bleep.Cli.Engines;
using Bleep.Cli.Options;
using Bleep.Cli.Output;
using Bleep.Media;
using Bleep.Outputs;
using Bleep.Pipeline;
using Bleep.Speech;
using Bleep.Transcripts;
using Bleep.Verification;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep verify</c>: listens to a result and says whether anything private is left.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var redacted = new Argument<string>("redacted") { Description = "The redacted audio or video", HelpName = "REDACTED" };
        var against = new Option<string>("--against") { Description = "The original it was made of", HelpName = "ORIGINAL", Required = true };
        var transcript = new Option<string?>("--transcript") { Description = "The original's words and their times instead of recognising them", HelpName = "FILE.json" };
        var audit = new Option<string?>("--audit") { Description = "The audit of the redaction; default the one beside REDACTED", HelpName = "FILE.json" };
        var json = new Option<bool>("--json") { Description = "Write the verdict as JSON" };
        var debug = new Option<bool>("--debug") { Description = "Say on standard error what happens, without any text" };
        var detection = new DetectionOptions();
        var engine = new EngineOptions();
        var command = new ExampleCommand(
            "verify",
            "Listen to a result and prove that nothing private is left: 0 good, 4 a leak, 5 cannot judge.",
            "bleep verify samples/call.redacted.mp3 --against samples/call.mp3")
        {
            redacted, against, transcript, audit, json, debug,
        };
        detection.AddTo(command);
        engine.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            DebugLog.Current.IsOn = parsed.GetValue(debug);
            string resultPath = parsed.GetRequiredValue(redacted);
            string originalPath = parsed.GetRequiredValue(against);
            var claims = ReadClaims(parsed.GetValue(audit), resultPath);
            var finder = detection.ReadFinder(parsed, claims);
            var given = parsed.GetValue(transcript) is { } file ? await TranscriptFile.ReadAsync(file, token) : null;
            var tools = MediaTools.Locate();
            await using var session = await engine.OpenAsync(parsed, finder.Options.Language);
            DebugLog.Current.Write($"audit {(claims is null ? "none" : $"with {claims.Redactions.Count} redactions")}, engine {session.Recognizer.Info.Name}");
            VerificationResult verdict;
            await using (var result = await OpenAsync(resultPath, tools, token))
            await using (var original = await OpenAsync(originalPath, tools, token))
            {
                verdict = await JudgeAsync(result, original, given, finder, session, claims, token);
            }
            VerdictOutput.Write(Console.Out, resultPath, verdict, parsed.GetValue(json));
            return VerdictOutput.CodeOf(verdict.Outcome);
        });
        return command;
    }

    private static async Task<VerificationResult> JudgeAsync(
        MediaFile result,
        MediaFile original,
        Transcript? given,
        PersonalDataFinder finder,
        EngineSession session,
        AuditClaims? claims,
        CancellationToken cancellationToken)
    {
        var options = new RecognitionOptions { Language = finder.Options.Language };
        var words = given ?? (await new RecordingListener(session.Recognizer).ListenAsync(original, options, null, cancellationToken)).Transcript;
        var spans = finder.Find(words.Turns, cancellationToken);
        var stretches = VerificationPlan.Make(words, spans, claims, isSameTranscript: given is not null);
        DebugLog.Current.Write($"{stretches.Count} private stretches to look at");
        return await new MediaVerifier(session.Recognizer, finder).VerifyAsync(
            result, original, [.. words.Words], stretches, options, null, cancellationToken);
    }

    private static async Task<MediaFile> OpenAsync(string path, MediaTools tools, CancellationToken cancellationToken)
    {
        try
        {
            return await MediaFile.OpenAsync(path, tools, cancellationToken: cancellationToken);
        }
        catch (MediaException exception)
        {
            throw new CommandFailure(FailureText.CodeOf(exception), $"{path}: {FailureText.Of(exception)}");
        }
    }

    private static AuditClaims? ReadClaims(string? named, string resultPath)
    {
        string path = named ?? BesideOf(resultPath);
        if (named is null && !File.Exists(path))
        {
            return null;
        }
        return AuditReader.Read(SettingsFile.ReadBytes(path, AuditReader.MaxBytes))
            ?? throw CommandFailure.Input($"{path}: is no audit; name the audit of this redaction with --audit");
    }

    private static string BesideOf(string resultPath)
    {
        string stem = Path.GetFileNameWithoutExtension(resultPath);
        string name = stem.EndsWith(OutputNames.Marker, StringComparison.OrdinalIgnoreCase) ? stem[..^OutputNames.Marker.Length] : stem;
        return Path.Combine(Path.GetDirectoryName(resultPath) ?? "", $"{name}.audit.json");
    }
}
