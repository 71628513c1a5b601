namespace Bleep.Pii.SpokenForms;

/// <summary>
/// A stretch of one turn in which digits or letters are said one after another, with nothing between them but fillers,
/// separators and repairs.
/// </summary>
internal struct CodeRun
{
    /// <summary>First token.</summary>
    public int TokenStart;

    /// <summary>Token after the last.</summary>
    public int TokenEnd;

    /// <summary>First atom in <see cref="CodeRuns.Atoms"/>.</summary>
    public int AtomStart;

    /// <summary>Atom after the last.</summary>
    public int AtomEnd;

    /// <summary>First canonical character in <see cref="CodeRuns.Chars"/>.</summary>
    public int CharStart;

    /// <summary>Canonical character after the last.</summary>
    public int CharEnd;

    /// <summary>Number of canonical digits.</summary>
    public int Digits;

    /// <summary>Number of canonical letters.</summary>
    public int Letters;

    /// <summary>Number of atoms that were said as single digits or written.</summary>
    public int DigitAtoms;

    /// <summary>True when an atom has a scale word ('hundred').</summary>
    public bool HasScale;

    /// <summary>True when an atom was written with digits.</summary>
    public bool HasWritten;

    /// <summary>True when a unit follows that makes the last number a quantity ('dollars', 'minutes', 'percent').</summary>
    public bool IsQuantity;

    /// <summary>Number of atoms.</summary>
    public readonly int AtomCount => AtomEnd - AtomStart;

    /// <summary>Number of canonical characters.</summary>
    public readonly int Length => CharEnd - CharStart;
}
