using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bleep.Cli.Options;
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
            var settings = new RedactionSettings { Substitution = substitution.Read(parsed), Formatting = formatting.Read(parsed) };
            var service = new TextRedactionService(detection.ReadFinder(parsed), settings);
            string? path = parsed.GetValue(file);
            byte[] input = await ReadAsync(path, token);
            byte[] output = TextRedactionService.IsTranscript(input)
                ? RedactTranscript(path, input, service, token)
                : RedactText(input, service, parsed.GetValue(json), token);
            await WriteAsync(parsed.GetValue(outFile), output, token);
            return ExitCodes.Done;
        });
        return command;
    }

    private static byte[] RedactText(byte[] input, TextRedactionService service, bool asJson, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new MemoryStream(input), s_utf8, detectEncodingFromByteOrderMarks: true);
        string text = reader.ReadToEnd();
        var redacted = service.RedactText(text, cancellationToken);
        if (!asJson)
        {
            return s_utf8.GetBytes(redacted.Text);
        }
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("text", redacted.Text);
            writer.WriteStartArray("spans");
            foreach (var finding in redacted.Findings)
            {
                writer.WriteStartObject();
                writer.WriteNumber("start", finding.Start);
                writer.WriteNumber("end", finding.End);
                writer.WriteString("policy", finding.Policy);
                writer.WriteNumber("score", finding.Score);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        json.Write("\n"u8);
        return json.ToArray();
    }

    private static byte[] RedactTranscript(string? path, byte[] input, TextRedactionService service, CancellationToken cancellationToken)
    {
        try
        {
            using var output = new MemoryStream();
            service.RedactTranscript(input, output, cancellationToken);
            return output.ToArray();
        }
        catch (TranscriptReadException exception)
        {
            throw CommandFailure.Input($"{path ?? "standard input"}: {exception.Message}; give a transcript with words and their times");
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
