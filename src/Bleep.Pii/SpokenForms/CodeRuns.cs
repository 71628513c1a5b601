namespace Bleep.Pii.SpokenForms;

/// <summary>All runs of digits and letters of a document, in order, over shared buffers.</summary>
internal sealed class CodeRuns
{
    /// <summary>The runs.</summary>
    public List<CodeRun> Runs { get; } = [];

    /// <summary>The atoms of all runs.</summary>
    public List<CodeAtom> Atoms { get; } = [];

    /// <summary>The canonical characters of all runs: digits and upper-case letters.</summary>
    public List<char> Chars { get; } = [];

    /// <summary>The canonical characters of one run.</summary>
    public ReadOnlySpan<char> CharsOf(in CodeRun run) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Chars)[run.CharStart..run.CharEnd];

    /// <summary>The atoms of one run.</summary>
    public ReadOnlySpan<CodeAtom> AtomsOf(in CodeRun run) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Atoms)[run.AtomStart..run.AtomEnd];
}
