using System.CommandLine;
using System.Globalization;
using Bleep.Benchmarks.Texts;
using Bleep.Benchmarks.Timing;
using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.Tests.Gold;
using Bleep.Transcripts;

namespace Bleep.Benchmarks.Peers;

/// <summary><c>peers</c>: Bleep with all documented policies beside other tools, on the same texts in the same minutes.</summary>
internal static class PeersCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--peers") { Description = "Folder of the other tools", DefaultValueFactory = _ => "bench/peers" };
        var seconds = new Option<double>("--seconds") { Description = "Least processor time of each measurement", DefaultValueFactory = _ => 1 };
        var command = new Command("peers", "Speed and quality beside redact-pii, @redactpii/node, compromise and wink-nlp") { folder, seconds };
        command.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(seconds), token));
        return command;
    }

    private static async Task<int> RunAsync(string folder, double seconds, CancellationToken cancellationToken)
    {
        var gold = BenchmarkTexts.Gold();
        BenchmarkText[] texts = [BenchmarkTexts.Prose(), BenchmarkTexts.SpokenCalls(), BenchmarkTexts.WrittenCalls(), gold];
        var detector = new PiiDetector(new PiiDetectorOptions { Policies = PiiPolicySet.Documented });
        var own = texts.ToDictionary(text => text.Name, text => CpuTime.Measure(TimeSpan.FromSeconds(seconds), () =>
        {
            foreach (var document in text.Documents)
            {
                detector.DetectText(document, CancellationToken.None);
            }
        }).Time.TotalSeconds);
        var peers = await PeerProcess.RunAsync(folder, texts, gold, seconds, cancellationToken);
        Console.WriteLine($"{"",-18}{string.Concat(texts.Select(text => $"{text.Name,16}"))}   leak, over-redaction: spoken{"",11} written");
        Print("Bleep", texts, own, GoldSet.Measure(cancellationToken));
        foreach (var peer in peers)
        {
            Print(peer.Tool, texts, peer.Seconds, Score(peer));
        }
        return 0;
    }

    private static void Print(string tool, BenchmarkText[] texts, IReadOnlyDictionary<string, double> seconds, GoldScore score)
    {
        var speeds = texts.Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Bytes / seconds[text.Name] / 1e6,11:F2} MB/s"));
        Console.WriteLine($"{tool,-18}{string.Concat(speeds)}   {Quality(score.Tallies["spoken"])}   {Quality(score.Tallies["written"])}");
    }

    private static string Quality(GoldTally tally) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 - tally.HiddenShare,6:F1} % {100 - tally.KeptShare,6:F1} %");

    // Only whether something is hidden counts here, not as what.
    private static GoldScore Score(PeerResult peer)
    {
        var score = new GoldScore();
        foreach (var (index, dialogue) in GoldSet.Dialogues.Index())
        {
            score.Add(dialogue, [.. peer.Spans[index].SelectMany((turn, number) => turn.Select(range =>
                new PiiSpan(number, new WordRange(0, 1), PiiPolicies.PersonName, 1, peer.Tool) { Chars = new CharRange(range[0], range[1]) }))]);
        }
        return score;
    }
}
