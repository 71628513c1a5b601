using Bleep.Pii.SpokenForms;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>Runs that together say one number: split over pauses and turns, interrupted by acknowledgements, read back.</summary>
internal sealed class CodeChain
{
    private readonly List<char> _chars = [];

    /// <summary>Indexes of the runs, in order.</summary>
    public List<int> Runs { get; } = [];

    /// <summary>Canonical characters said by the first speaker, without what the other side read back.</summary>
    public ReadOnlySpan<char> Chars => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_chars);

    /// <summary>Number of digits among <see cref="Chars"/>.</summary>
    public int Digits { get; private set; }

    /// <summary>Number of letters among <see cref="Chars"/>.</summary>
    public int Letters { get; private set; }

    /// <summary>Number of atoms that were single digits or written.</summary>
    public int DigitAtoms { get; private set; }

    /// <summary>Number of atoms.</summary>
    public int Atoms { get; private set; }

    /// <summary>True when nothing but cardinals with scales was said.</summary>
    public bool OnlyScaled { get; private set; } = true;

    /// <summary>Adds a run, with its characters unless it repeats what was said.</summary>
    public void Add(int index, in CodeRun run, CodeRuns runs, bool repeats)
    {
        Runs.Add(index);
        if (repeats)
        {
            return;
        }
        _chars.AddRange(runs.CharsOf(run));
        Digits += run.Digits;
        Letters += run.Letters;
        DigitAtoms += run.DigitAtoms;
        Atoms += run.AtomCount;
        OnlyScaled &= run.HasScale && run.AtomCount == 1;
    }
}
