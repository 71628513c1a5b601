namespace Bleep.Pii.SpokenForms;

/// <summary>How an atom of a number or code was said.</summary>
internal enum AtomKind : byte
{
    /// <summary>One digit word, or several the same ('double seven').</summary>
    Digits,

    /// <summary>A number word or group below a hundred ('fifteen', 'sixty one').</summary>
    Tens,

    /// <summary>A cardinal with a scale ('four hundred', 'two thousand and six').</summary>
    Cardinal,

    /// <summary>Digits as written, perhaps with separators or letters in them.</summary>
    Written,

    /// <summary>One letter, or several the same ('double l').</summary>
    Letter,
}
