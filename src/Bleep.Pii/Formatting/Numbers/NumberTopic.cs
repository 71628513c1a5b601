namespace Bleep.Pii.Formatting.Numbers;

/// <summary>What a number is about, as far as the words before it tell.</summary>
internal enum NumberTopic
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A payment card.</summary>
    Card,

    /// <summary>The month and year in which a card ends.</summary>
    Expiry,

    /// <summary>A social security number.</summary>
    SocialSecurity,

    /// <summary>A date of birth.</summary>
    Birth,

    /// <summary>A postal code.</summary>
    PostalCode,

    /// <summary>An account, an order, a reference, a code.</summary>
    Identifier,
}
