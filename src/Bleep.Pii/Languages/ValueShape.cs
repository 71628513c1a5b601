namespace Bleep.Pii.Languages;

/// <summary>What the value looks like that a cue announces.</summary>
internal enum ValueShape : byte
{
    /// <summary>One to four name-like words, perhaps spelled.</summary>
    Name,

    /// <summary>A run of digits.</summary>
    Digits,

    /// <summary>Digits and letters mixed.</summary>
    Code,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A street, town or postcode.</summary>
    Place,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A number of years.</summary>
    Age,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A word or a short phrase of any kind.</summary>
    Word,
}
