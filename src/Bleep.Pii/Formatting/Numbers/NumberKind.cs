namespace Bleep.Pii.Formatting.Numbers;

/// <summary>How a number was spoken, which decides what it can be part of.</summary>
internal enum NumberKind
{
    /// <summary>One digit: 'seven', 'oh'.</summary>
    Digit,

    /// <summary>10 to 99: 'twelve', 'sixty one'.</summary>
    Pair,

    /// <summary>Repeated digits: 'double seven'.</summary>
    Repeated,

    /// <summary>With 'hundred' or more: 'two hundred and five'.</summary>
    Large,

    /// <summary>'seventh', 'twenty first'.</summary>
    Ordinal,
}
