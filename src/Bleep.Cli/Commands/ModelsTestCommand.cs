using System.CommandLine;
using System.Diagnostics;
using Bleep.Cli.Engines;
using Bleep.Cli.Options;
using Bleep.Cli.Output;
using Bleep.Media;
using Bleep.Pipeline;
using Bleep.Speech;
using Bleep.Speech.Models;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep models test</c>: tries a model and says how quick it is.</summary>
internal static class ModelsTestCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "An installed model", HelpName = "NAME" };
        var clip = new Option<string?>("--clip") { Description = "A recording of your own; default a known English sentence", HelpName = "FILE" };
        var language = new Option<string?>("--language") { Description = "Language of the recording; default the model's first", HelpName = "CODE" };
        var data = DataOption.Create();
        var command = new ExampleCommand("test", "Recognise a known clip with a model; print the text and the time it took.", "bleep models test my-model")
        {
            name, clip, language, data,
        };
        command.SetAction(async (parsed, token) =>
        {
            string modelName = parsed.GetRequiredValue(name);
            string? folder = parsed.GetValue(data), path = parsed.GetValue(clip);
            var model = new ModelStore(SpeechDataFolder.Locate(folder)).Find(modelName)
                ?? throw CommandFailure.Usage($"the model '{modelName}' is not installed; 'bleep models list --installed' shows what is");
            var settings = new SpeechEngineSettings { DataFolder = folder };
            // The known sentence is English; a model that knows no English still shows how quick it is.
            string code = parsed.GetValue(language) ?? (path is null && model.Languages.Contains("en") ? "en" : model.Languages[0]);
            await using var session = await EngineSession.OpenAsync("sherpa-onnx", model.Name, code, hosts: 1, settings);
            var options = new RecognitionOptions { Language = code };
            // A first run loads the model; what counts is the second.
            await session.Recognizer.RecognizeAsync(KnownClip.Open(), options, null, token);
            var watch = Stopwatch.StartNew();
            var (text, length, warnings) = await ListenAsync(session, path, options, token);
            var took = watch.Elapsed;
            Console.Out.WriteLine($"model:  {model.Name} ({ModelKinds.NameOf(model.Kind)})");
            Console.Out.WriteLine($"audio:  {length.TotalSeconds:F2} s, recognised in {took.TotalSeconds:F2} s, RTF {took / length:F3}");
            if (path is null)
            {
                Console.Out.WriteLine($"said:   {KnownClip.Text}");
            }
            Console.Out.WriteLine($"heard:  {text}");
            foreach (string warning in warnings)
            {
                Console.Error.WriteLine($"bleep: {warning}");
            }
        });
        return command;
    }

    private static async Task<(string Text, TimeSpan Length, IReadOnlyList<string> Warnings)> ListenAsync(
        EngineSession session, string? path, RecognitionOptions options, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            var result = await session.Recognizer.RecognizeAsync(KnownClip.Open(), options, null, cancellationToken);
            return (string.Join(' ', result.Words.Select(word => word.Text)), result.Duration, result.Warnings);
        }
        try
        {
            await using var media = await MediaFile.OpenAsync(path, MediaTools.Locate(), cancellationToken: cancellationToken);
            var (transcript, warnings) = await new RecordingListener(session.Recognizer).ListenAsync(media, options, null, cancellationToken);
            return (string.Join(' ', transcript.Words.Select(word => word.Text)), transcript.Duration, warnings);
        }
        catch (MediaException exception) when (exception is not MediaToolMissingException)
        {
            throw new CommandFailure(FailureText.CodeOf(exception), $"{path}: {FailureText.Of(exception)}");
        }
    }
}
