using System.Text.Json;

namespace Bleep.Pii.Tests.Gold;

/// <summary>
/// The least shares, in percent, that detection must reach on the gold set: <c>name</c> → <c>hidden</c>, <c>exact</c>, <c>kept</c>.
/// They may only rise.
/// </summary>
internal static class GoldFloors
{
    private static readonly JsonSerializerOptions _layout = new() { WriteIndented = true };

    /// <summary>Reads a file of floors.</summary>
    /// <param name="path">The file.</param>
    public static SortedDictionary<string, SortedDictionary<string, double>> Read(string path) =>
        new(JsonSerializer.Deserialize<Dictionary<string, SortedDictionary<string, double>>>(File.ReadAllText(path))!, StringComparer.Ordinal);

    /// <summary>The measured shares, by the same names.</summary>
    /// <param name="score">The measurement.</param>
    public static SortedDictionary<string, SortedDictionary<string, double>> Of(GoldScore score)
    {
        var shares = new SortedDictionary<string, SortedDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (name, tally) in score.Tallies)
        {
            shares[name] = new(StringComparer.Ordinal) { ["hidden"] = Round(tally.HiddenShare), ["exact"] = Round(tally.ExactShare) };
            if (tally.Ordinary > 0)
            {
                shares[name]["kept"] = Round(tally.KeptShare);
            }
        }
        return shares;
    }

    /// <summary>Raises floors to just below what was measured; none is lowered.</summary>
    /// <param name="path">The file, made when it is not there.</param>
    /// <param name="measured">The measured shares.</param>
    public static void Raise(string path, SortedDictionary<string, SortedDictionary<string, double>> measured)
    {
        var floors = File.Exists(path) ? Read(path) : [];
        foreach (var (name, shares) in measured)
        {
            floors.TryAdd(name, new(StringComparer.Ordinal));
            foreach (var (kind, share) in shares)
            {
                floors[name][kind] = Math.Max(Math.Max(0, Round(share - MarginOf(name))), floors[name].GetValueOrDefault(kind));
            }
        }
        File.WriteAllText(path, JsonSerializer.Serialize(floors, _layout) + "\n");
    }

    // A few words make up a single policy: one more or less must not stop a change that is good on the whole.
    private static double MarginOf(string name) => name is "all" or "spoken" or "written" ? 1 : 5;

    private static double Round(double share) => Math.Floor(share * 10 + 1e-6) / 10;
}
