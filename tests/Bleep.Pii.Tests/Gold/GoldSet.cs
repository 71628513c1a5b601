using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Gold;

/// <summary>The committed gold set and its folder.</summary>
internal static class GoldSet
{
    private static readonly Lazy<IReadOnlyList<GoldDialogue>> _dialogues = new(() => GoldReader.Read(File.ReadLines(PathOf("gold.txt"))));

    /// <summary>All dialogues.</summary>
    public static IReadOnlyList<GoldDialogue> Dialogues => _dialogues.Value;

    /// <summary>Where a file of the gold set lies in the sources.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">The tests run outside the repository.</exception>
    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bleep.slnx")))
        {
            folder = folder.Parent;
        }
        return folder is null
            ? throw new InvalidOperationException("The tests run outside the repository.")
            : Path.Combine(folder.FullName, "tests", "Bleep.Pii.Tests", "Gold", name);
    }

    /// <summary>Detects the documented policies in every dialogue, as text.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public static GoldScore Measure(CancellationToken cancellationToken)
    {
        var detector = new PiiDetector(new PiiDetectorOptions { Policies = PiiPolicySet.Documented });
        var score = new GoldScore();
        foreach (var dialogue in Dialogues)
        {
            var turns = dialogue.Turns.Select(turn => new TextTurn(turn.Text, turn.Speaker)).ToArray();
            score.Add(dialogue, detector.DetectText(turns, cancellationToken));
        }
        return score;
    }
}
