namespace Bleep.Outputs;

/// <summary>Decides what the outputs of several inputs are called, so that none overwrites another's.</summary>
public static class OutputNames
{
    /// <summary>What stands between an input's name and an output's extension.</summary>
    public const string Marker = ".redacted";

    /// <summary>
    /// Names after the inputs: the file's name without its extension or, where two inputs would share it in one folder, with it,
    /// and with a number where even that is taken. A random name says nothing of the input.
    /// </summary>
    /// <param name="inputs">Input paths with the folder of each one's outputs.</param>
    /// <param name="random">True for random names.</param>
    /// <returns>One name an input, in the same order.</returns>
    public static IReadOnlyList<string> Choose(IReadOnlyList<(string InputPath, string OutputFolder)> inputs, bool random)
    {
        if (random)
        {
            return [.. inputs.Select(_ => Guid.NewGuid().ToString("N"))];
        }
        var sharers = inputs.CountBy(input => (input.OutputFolder, Stem(input.InputPath).ToUpperInvariant())).ToDictionary();
        var taken = new HashSet<(string Folder, string Name)>();
        return [.. inputs.Select(input =>
        {
            string stem = Stem(input.InputPath);
            string wanted = sharers[(input.OutputFolder, stem.ToUpperInvariant())] > 1 ? Path.GetFileName(input.InputPath) : stem;
            string name = wanted;
            for (int number = 2; !taken.Add((input.OutputFolder, name.ToUpperInvariant())); number++)
            {
                name = $"{wanted}-{number}";
            }
            return name;
        })];
    }

    /// <summary>True for a file that a redaction wrote, so that a folder can be redacted twice.</summary>
    /// <param name="path">Path or name of the file.</param>
    public static bool IsOutput(string path) =>
        Path.GetFileNameWithoutExtension(path).EndsWith(Marker, StringComparison.OrdinalIgnoreCase);

    private static string Stem(string path)
    {
        string stem = Path.GetFileNameWithoutExtension(path);
        return stem.Length == 0 ? Path.GetFileName(path) : stem;
    }
}
