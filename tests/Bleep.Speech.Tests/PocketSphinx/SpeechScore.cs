namespace Bleep.Speech.Tests.PocketSphinx;

/// <summary>Compares what was recognised with what was said.</summary>
internal static class SpeechScore
{
    /// <summary>Insertions, deletions and substitutions by which <paramref name="heard"/> differs.</summary>
    public static int Errors(IReadOnlyList<string> said, IReadOnlyList<string> heard)
    {
        var row = Enumerable.Range(0, heard.Count + 1).ToArray();
        for (int i = 1; i <= said.Count; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= heard.Count; j++)
            {
                int substituted = diagonal + (said[i - 1] == heard[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[heard.Count];
    }
}
