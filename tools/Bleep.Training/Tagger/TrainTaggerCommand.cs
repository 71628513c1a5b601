using System.CommandLine;
using Bleep.Pii.Languages;
using Bleep.Pii.Tagging;
using Bleep.Training.Tagger.Sentences;

namespace Bleep.Training.Tagger;

/// <summary><c>train-tagger</c>: the weights of the sequence model from labelled corpora and generated dialogues.</summary>
internal static class TrainTaggerCommand
{
    // Every so manieth document of a corpus is kept from training, to measure and to calibrate.
    private const int DevelopmentEvery = 10;
    private const double SwapShare = 0.6;

    public static Command Create()
    {
        var corpora = new Option<FileInfo[]>("--corpus") { Description = "A corpus in CoNLL columns", AllowMultipleArgumentsPerToken = true };
        var dialogues = new Option<FileInfo[]>("--dialogues") { Description = "Dialogues made by make-text", AllowMultipleArgumentsPerToken = true };
        var measured = new Option<FileInfo[]>("--measure") { Description = "Dialogues that are scored and nothing else", AllowMultipleArgumentsPerToken = true };
        var sentences = new Option<int>("--sentences") { Description = "Documents of made-up sentences of each style to train on", DefaultValueFactory = _ => 0 };
        var output = new Option<FileInfo>("--out") { Description = "The file of weights to write", Required = true };
        var language = new Option<string>("--language") { Description = "Language pack", DefaultValueFactory = _ => "en" };
        var seed = new Option<int>("--seed") { Description = "Decides order, dropout and names put in", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the material", DefaultValueFactory = _ => new TrainingOptions().Epochs };
        var command = new Command("train-tagger", "Train the sequence model that finds names, and print its scores")
        {
            corpora, dialogues, sentences, measured, output, language, seed, epochs,
        };
        command.SetAction(async (parsed, token) =>
        {
            var options = new TrainingOptions { Seed = parsed.GetValue(seed), Epochs = parsed.GetValue(epochs) };
            var documents = (parsed.GetValue(corpora) ?? []).SelectMany(ConllReader.Read).SelectMany(document => new[] { document, SpokenStyle.Write(document) }).ToList();
            documents.AddRange(await ReadAsync(parsed.GetValue(dialogues), token));
            documents.AddRange(new SentenceSource(parsed.GetRequiredValue(language)).Generate(parsed.GetValue(sentences), options.Seed));
            var model = Run(documents, await ReadAsync(parsed.GetValue(measured), token), parsed.GetRequiredValue(language), options, token);
            await using var stream = parsed.GetRequiredValue(output).Create();
            model.Write(stream);
            return 0;
        });
        return command;
    }

    private static async Task<List<LabelledDocument>> ReadAsync(FileInfo[]? files, CancellationToken cancellationToken)
    {
        var documents = new List<LabelledDocument>();
        foreach (var file in files ?? [])
        {
            documents.AddRange(await DialogueSource.ReadAsync(file, cancellationToken));
        }
        return documents;
    }

    private static TaggerModel Run(
        List<LabelledDocument> documents, List<LabelledDocument> measured, string language, TrainingOptions options, CancellationToken cancellationToken)
    {
        var training = new List<LabelledDocument>();
        var development = new List<LabelledDocument>();
        foreach (var group in documents.GroupBy(document => (document.Source, document.IsSpoken)))
        {
            foreach (var (index, document) in group.Index())
            {
                (index % DevelopmentEvery == DevelopmentEvery - 1 ? development : training).Add(document);
            }
        }
        var result = TaggerTraining.Run(training, development, language, options, SwapShare, Report, cancellationToken);
        var scorer = new TaggerScorer(new ChainBuilder(LanguagePack.For(language)), result);
        Report(TaggerScores.Heading);
        foreach (var group in development.Concat(measured).GroupBy(document => $"{document.Source} {(document.IsSpoken ? "spoken" : "written")}"))
        {
            Report(scorer.Score(group).Line(group.Key));
        }
        return result;
    }

    private static void Report(string line) => Console.WriteLine(line);
}
