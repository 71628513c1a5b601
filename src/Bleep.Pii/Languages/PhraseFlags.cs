namespace Bleep.Pii.Languages;

/// <summary>Reliability marks of a lexicon entry.</summary>
[Flags]
internal enum PhraseFlags : byte
{
    None = 0,

    /// <summary>Among the most frequent of its kind.</summary>
    Common = 1,

    /// <summary>An ordinary word too.</summary>
    Ambiguous = 2,

    /// <summary>Seldom met.</summary>
    Rare = 4,

    /// <summary>A personal name too.</summary>
    AlsoName = 8,

    /// <summary>A term of gender rather than of orientation.</summary>
    Gender = 16,

    /// <summary>A term of orientation.</summary>
    Sexuality = 32,
}
