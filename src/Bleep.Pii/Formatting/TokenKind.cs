namespace Bleep.Pii.Formatting;

/// <summary>What a token was made of, which rules how it is written.</summary>
internal enum TokenKind
{
    /// <summary>An ordinary word.</summary>
    Word,

    /// <summary>A number, date, time or sum in digits.</summary>
    Number,

    /// <summary>A letter that was spelled.</summary>
    Letter,

    /// <summary>An e-mail or web address, which never gets a capital.</summary>
    Address,

    /// <summary>A part of a name: a street.</summary>
    Name,
}
