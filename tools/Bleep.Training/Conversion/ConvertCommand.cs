using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Bleep.Dialogues;

namespace Bleep.Training.Conversion;

/// <summary><c>convert</c>: labelled corpora into the gold format that <c>bleep eval</c> reads.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The corpus, JSON Lines, plain or gzip" };
        var side = new Option<string>("--side")
        {
            Description = "human: what a person heard; asr: what a recogniser wrote, misheard spans as a group",
            DefaultValueFactory = _ => "human",
        };
        side.AcceptOnlyFromAmong("human", "asr");
        var harper = new Command("harper-valley", "Calls with human and recogniser transcripts") { file, side };
        harper.SetAction((parsed, token) =>
            RunAsync(parsed.GetRequiredValue(file), line => HarperValley.Convert(line, parsed.GetValue(side) == "asr"), token));

        var style = new Option<string>("--style")
        {
            Description = "written: as it stands; spoken: lower case, no punctuation, numbers as words",
            DefaultValueFactory = _ => "written",
        };
        style.AcceptOnlyFromAmong("written", "spoken");
        var guided = new Command("sgd", "Schema-guided task dialogues") { file, style };
        guided.SetAction((parsed, token) =>
            RunAsync(parsed.GetRequiredValue(file), line => SchemaGuided.Convert(line, parsed.GetValue(style) == "spoken"), token));

        return new Command("convert", "Write a labelled corpus as gold JSON Lines on standard output") { harper, guided };
    }

    private static async Task<int> RunAsync(FileInfo file, Func<JsonElement, Dialogue> convert, CancellationToken cancellationToken)
    {
        await using var source = file.OpenRead();
        await using Stream input = file.Extension == ".gz" ? new GZipStream(source, CompressionMode.Decompress) : source;
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        var writer = new DialogueWriter(output);
        await foreach (var line in new JsonLineReader(input).ReadAsync(cancellationToken))
        {
            using var document = JsonDocument.Parse(line.Utf8);
            writer.Write(convert(document.RootElement));
        }
        return 0;
    }
}
