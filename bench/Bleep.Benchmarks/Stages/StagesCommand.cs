using System.CommandLine;
using Bleep.Benchmarks.Texts;
using Bleep.Benchmarks.Timing;
using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Benchmarks.Stages;

/// <summary><c>stages</c>: what each stage of detection costs, all policies, on one thread.</summary>
internal static class StagesCommand
{
    public static Command Create()
    {
        var seconds = new Option<double>("--seconds") { Description = "Least processor time of each measurement", DefaultValueFactory = _ => 1 };
        var command = new Command("stages", "What each stage of detection costs, all policies, on one thread") { seconds };
        command.SetAction((parsed, token) =>
        {
            var least = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            foreach (var text in new[] { BenchmarkTexts.Prose(), BenchmarkTexts.SpokenCalls(), BenchmarkTexts.WrittenCalls() })
            {
                token.ThrowIfCancellationRequested();
                Report(text, least);
            }
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Report(BenchmarkText text, TimeSpan least)
    {
        var options = new PiiDetectorOptions { Policies = PiiPolicySet.Documented };
        var detector = new PiiDetector(options);
        var tokenizer = new Tokenizer(LanguagePack.For(options.Language));
        var turns = text.Documents.Select(document => document.Select(turn => (turn.Text, turn.Speaker)).ToArray()).ToArray();
        var streams = turns.Select(tokenizer.Tokenize).ToArray();
        long tokens = streams.Sum(stream => (long)stream.Count);

        var whole = CpuTime.Measure(least, () =>
        {
            foreach (var document in text.Documents)
            {
                detector.DetectText(document, CancellationToken.None);
            }
        });
        Console.WriteLine($"{text.Name}: {text.Bytes} bytes, {tokens} tokens, {text.Documents.Count} documents");
        Console.WriteLine($"  {"whole",-24}{text.Bytes / whole.Time.TotalSeconds / 1e6,8:F2} MB/s {1e9 * whole.Time.TotalSeconds / tokens,8:F0} ns {(double)whole.Bytes / tokens,8:F0} bytes a token");

        Line("tokens", CpuTime.Measure(least / 4, () => Array.ForEach(turns, document => tokenizer.Tokenize(document))), tokens);
        Line("phrases, runs, cues", CpuTime.Measure(least / 4, () => Array.ForEach(streams, stream => Context(stream))), tokens);
        foreach (var (index, recognizer) in RecognizerSet.All.Index())
        {
            Line(recognizer.Name, MeasureRecognizer(streams, index, least / 8), tokens);
        }
        var contexts = streams.Select(stream => Found(stream, RecognizerSet.All.Count)).ToArray();
        int[] counts = [.. contexts.Select(context => context.Candidates.Count)];
        Line("spread", CpuTime.Measure(least / 8, () =>
        {
            for (int index = 0; index < contexts.Length; index++)
            {
                var candidates = contexts[index].Candidates;
                candidates.RemoveRange(counts[index], candidates.Count - counts[index]);
                Propagator.Spread(contexts[index], options);
            }
        }), tokens);
        Line("resolve", CpuTime.Measure(least / 8, () => Array.ForEach(contexts, context => Resolver.Resolve(context.Candidates, options))), tokens);
        Console.WriteLine();
    }

    // A recogniser sees what those before it claimed; what it claims itself is the same each time.
    private static (TimeSpan Time, long Bytes) MeasureRecognizer(TokenStream[] streams, int index, TimeSpan least)
    {
        var contexts = streams.Select(stream => Found(stream, index)).ToArray();
        int[] counts = [.. contexts.Select(context => context.Candidates.Count)];
        return CpuTime.Measure(least, () =>
        {
            for (int document = 0; document < contexts.Length; document++)
            {
                var candidates = contexts[document].Candidates;
                candidates.RemoveRange(counts[document], candidates.Count - counts[document]);
                RecognizerSet.All[index].Find(contexts[document]);
            }
        });
    }

    private static DetectionContext Context(TokenStream stream) => new(stream, PiiPolicySet.Documented, Sensitivity.Balanced);

    private static DetectionContext Found(TokenStream stream, int recognizers)
    {
        var context = Context(stream);
        foreach (var recognizer in RecognizerSet.All.Take(recognizers))
        {
            recognizer.Find(context);
        }
        return context;
    }

    private static void Line(string name, (TimeSpan Time, long Bytes) measured, long tokens) =>
        Console.WriteLine($"  {name,-24}{"",13} {1e9 * measured.Time.TotalSeconds / tokens,8:F0} ns {(double)measured.Bytes / tokens,8:F0} bytes a token");
}
