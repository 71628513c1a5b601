namespace Bleep.Pii.SpokenForms;

/// <summary>One spoken unit of a number or code, with the canonical characters it stands for.</summary>
/// <param name="TokenStart">First token.</param>
/// <param name="TokenEnd">Token after the last.</param>
/// <param name="CharStart">First canonical character in <see cref="CodeRuns.Chars"/>.</param>
/// <param name="CharEnd">Character after the last.</param>
/// <param name="Kind">How it was said.</param>
/// <param name="IsSoft">True for a homophone ('to', 'for') that is a digit only among digits.</param>
internal readonly record struct CodeAtom(int TokenStart, int TokenEnd, int CharStart, int CharEnd, AtomKind Kind, bool IsSoft)
{
    /// <summary>Number of canonical characters.</summary>
    public int Length => CharEnd - CharStart;
}
