namespace Bleep.Synthesis.Scripts;

/// <summary>All fragments that are part of this library.</summary>
internal sealed class FragmentLibrary
{
    private static readonly Lazy<FragmentLibrary> s_default = new(() => new FragmentLibrary());

    private FragmentLibrary()
    {
        var assembly = typeof(FragmentLibrary).Assembly;
        var all = new List<Fragment>();
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Fragments/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            try
            {
                all.AddRange(FragmentReader.Read(reader));
            }
            catch (FormatException exception)
            {
                throw new FormatException($"{name}: {exception.Message}", exception);
            }
        }
        All = all;
        Domains = [.. all.SelectMany(fragment => fragment.Domains).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The library, read at its first use.</summary>
    public static FragmentLibrary Default => s_default.Value;

    /// <summary>All fragments.</summary>
    public IReadOnlyList<Fragment> All { get; }

    /// <summary>Names of all domains.</summary>
    public IReadOnlyList<string> Domains { get; }

    /// <summary>The fragments that a split may use.</summary>
    /// <param name="split">The split.</param>
    public IEnumerable<Fragment> For(TemplateSplit split) => split switch
    {
        TemplateSplit.Training => All.Where(fragment => !fragment.IsHeldOut),
        TemplateSplit.Heldout => All.Where(fragment => fragment.IsHeldOut),
        _ => All,
    };
}
