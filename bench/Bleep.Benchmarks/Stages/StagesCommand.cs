using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
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

        Print(Share(turns, tokenizer, options, least), whole.Time, tokens);
        Console.WriteLine();
    }

    // Time on the clock of each stage; what it says is turned into shares of the processor time of the whole.
    private static List<(string Stage, long Ticks)> Share((string, string?)[][] turns, Tokenizer tokenizer, PiiDetectorOptions options, TimeSpan least)
    {
        string[] names = ["tokens", "phrases, runs, cues", .. RecognizerSet.All.Select(recognizer => recognizer.Name), "spread", "resolve"];
        long[] ticks = new long[names.Length];
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < least)
        {
            foreach (var document in turns)
            {
                int stage = 0;
                long last = Stopwatch.GetTimestamp();
                var stream = tokenizer.Tokenize(document);
                Stop();
                var context = new DetectionContext(stream, options.Policies, options.Sensitivity);
                Stop();
                foreach (var recognizer in RecognizerSet.All)
                {
                    recognizer.Find(context);
                    Stop();
                }
                Propagator.Spread(context, options);
                Stop();
                Resolver.Resolve(context.Candidates, options);
                Stop();

                void Stop()
                {
                    long now = Stopwatch.GetTimestamp();
                    ticks[stage++] += now - last;
                    last = now;
                }
            }
        }
        return [.. names.Zip(ticks)];
    }

    private static void Print(List<(string Stage, long Ticks)> stages, TimeSpan whole, long tokens)
    {
        double all = stages.Sum(stage => stage.Ticks);
        foreach (var (stage, ticks) in stages)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage,-24}{"",13} {1e9 * whole.TotalSeconds * ticks / all / tokens,8:F0} ns {100 * ticks / all,8:F1} %"));
        }
    }
}
