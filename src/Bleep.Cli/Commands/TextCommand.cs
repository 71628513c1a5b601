using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Cli.Options;
using Bleep.Dialogues;
using Bleep.Documents;
using Bleep.Outputs;
using Bleep.Pipeline;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep text</c>: redacts text or a transcript; no sound is involved.</summary>
internal static class TextCommand
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "Text, or a transcript as JSON with words and times; - for standard input", Arity = ArgumentArity.ZeroOrOne };
        var outFile = new Option<string?>("--out") { Description = "File for the result; default standard output", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Write the redacted text and where it was redacted as JSON" };
        var detection = new DetectionOptions();
        var substitution = new SubstitutionOptions();
        var formatting = new FormattingOptions();
        var command = new ExampleCommand(
            "text",
            "Redact text or a transcript.",
            "echo 'My name is John Lowery, call me at 610-265-1714.' | bleep text --sub entity_name")
        {
            file, outFile, json,
        };
        detection.AddTo(command);
        substitution.AddTo(command);
        formatting.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            (var finder, int customRules) = detection.ReadFinder(parsed);
            var replacement = substitution.Read(parsed);
            string? path = parsed.GetValue(file);
            byte[] input = await ReadAsync(path, token);
            byte[] output;
            if (IsTranscript(input))
            {
                var settings = new RedactionSettings { Substitution = replacement, Formatting = formatting.Read(parsed), CustomRules = customRules };
                output = RedactTranscript(path, input, finder, settings, token);
            }
            else
            {
                output = RedactText(input, new TextDocumentRedactor(finder, replacement), parsed.GetValue(json), token);
            }
            await WriteAsync(parsed.GetValue(outFile), output, token);
            return ExitCodes.Done;
        });
        return command;
    }

    private static byte[] RedactText(byte[] input, TextDocumentRedactor redactor, bool asJson, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new MemoryStream(input), s_utf8, detectEncodingFromByteOrderMarks: true);
        string text = reader.ReadToEnd();
        (string redacted, var spans) = redactor.Redact(text, cancellationToken);
        if (!asJson)
        {
            return s_utf8.GetBytes(redacted);
        }
        var points = new CodePoints(text);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("text", redacted);
            writer.WriteStartArray("spans");
            foreach (var span in spans)
            {
                writer.WriteStartObject();
                writer.WriteNumber("start", points.ToPoint(span.Chars.Start));
                writer.WriteNumber("end", points.EndToPoint(span.Chars.End));
                writer.WriteString("policy", span.Policy.Name);
                writer.WriteNumber("score", Math.Round(span.Score, 4));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        json.Write("\n"u8);
        return json.ToArray();
    }

    private static byte[] RedactTranscript(
        string? path, byte[] input, PersonalDataFinder finder, RedactionSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            var transcript = SpeakerLabels.Neutralise(TranscriptJsonReader.Parse(input));
            var recording = new TranscriptProcessor(finder, settings.Formatting, settings.Substitution).Process(transcript, cancellationToken);
            using var output = new MemoryStream();
            TranscriptJsonWriter.Write(output, recording.Turns, new TranscriptHeader
            {
                Id = Guid.NewGuid(),
                AudioName = "",
                Duration = transcript.Duration,
                LanguageCode = transcript.LanguageCode,
                ChannelCount = transcript.ChannelCount,
                Punctuate = settings.Formatting.Punctuate,
                FormatText = settings.Formatting.FormatsText,
                SpeechModel = "transcript",
                Redaction = new RedactionHeader(finder.Options.Policies, settings.SubstitutionName, HasAudio: false, AudioQuality: null),
            });
            return output.ToArray();
        }
        catch (TranscriptReadException exception)
        {
            throw CommandFailure.Input($"{path ?? "standard input"}: {exception.Message}; give a transcript with words and their times");
        }
    }

    // Other JSON is text like any other.
    private static bool IsTranscript(byte[] input)
    {
        if (!input.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return false;
        }
        try
        {
            using var document = JsonDocument.Parse(input);
            return document.RootElement.TryGetProperty("words", out var words) && words.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<byte[]> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        await using var stream = InputFile.Open(path);
        using var content = new MemoryStream();
        byte[] block = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
        {
            content.Write(block, 0, read);
            if (content.Length > MaxBytes)
            {
                throw CommandFailure.Input($"{path ?? "standard input"}: larger than {MaxBytes / (1024 * 1024)} MiB; give it in parts");
            }
        }
        return content.ToArray();
    }

    private static async Task WriteAsync(string? path, byte[] output, CancellationToken cancellationToken)
    {
        if (path is null or "-")
        {
            await using var console = Console.OpenStandardOutput();
            await console.WriteAsync(output, cancellationToken);
            return;
        }
        try
        {
            string full = Path.GetFullPath(path);
            using var outputs = OutputTransaction.Begin(Path.GetDirectoryName(full)!);
            await File.WriteAllBytesAsync(outputs.Add(Path.GetFileName(full)), output, cancellationToken);
            outputs.Commit();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Input($"{path}: cannot be written; name another file with --out");
        }
    }
}
