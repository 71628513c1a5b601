using System.Text;
using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Gold;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Scripts;

namespace Bleep.Benchmarks.Texts;

/// <summary>The texts that everything is measured on; all of them come with the repository.</summary>
internal static class BenchmarkTexts
{
    private const int Calls = 150;
    private const int FirstSeed = 500_000;

    /// <summary>Prose with little in it that is private: the pages of this repository, without tables and code.</summary>
    public static BenchmarkText Prose()
    {
        string root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(GoldSet.PathOf("gold.txt")))))!;
        var files = Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat([Path.Combine(root, "README.md"), Path.Combine(root, "CONTRIBUTING.md"), Path.Combine(root, "LICENSE")])
            .Order(StringComparer.Ordinal);
        return new BenchmarkText("prose", [.. files.Select(file => (IReadOnlyList<TextTurn>)[new TextTurn(Plain(File.ReadLines(file)))])]);
    }

    /// <summary>Made-up calls in which nearly every turn holds something private, as a recogniser writes them.</summary>
    public static BenchmarkText SpokenCalls() => new("calls, spoken", [.. Generate().Select(
        call => (IReadOnlyList<TextTurn>)[.. call.Turns.Select(turn => new TextTurn(string.Join(' ', turn.Words.Select(word => word.Text)), turn.Speaker))])]);

    /// <summary>The same calls as a person writes them.</summary>
    public static BenchmarkText WrittenCalls() => new("calls, written", [.. Generate().Select(
        call => (IReadOnlyList<TextTurn>)[.. call.Turns.Select(turn => new TextTurn(turn.Written, turn.Speaker))])]);

    /// <summary>The dialogues and documents that were labelled by hand.</summary>
    public static BenchmarkText Gold() => new("gold set", [.. GoldSet.Dialogues.Select(
        dialogue => (IReadOnlyList<TextTurn>)[.. dialogue.Turns.Select(turn => new TextTurn(turn.Text, turn.Speaker))])]);

    private static IEnumerable<SyntheticCall> Generate() => new CallGenerator(new CallOptions()).Generate(FirstSeed, Calls);

    private static string Plain(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        bool isCode = false;
        foreach (string line in lines)
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && !line.StartsWith('|') && !line.StartsWith("```", StringComparison.Ordinal))
            {
                text.AppendLine(line.TrimStart('#', '-', ' '));
            }
        }
        return text.ToString();
    }
}
