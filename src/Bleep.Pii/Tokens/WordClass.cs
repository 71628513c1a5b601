namespace Bleep.Pii.Tokens;

/// <summary>What is known of a word by itself, as bits, so that a recogniser tests a token with one AND.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    // Spoken numbers.
    Digit = 1UL << 0,
    Teen = 1UL << 1,
    Tens = 1UL << 2,
    Scale = 1UL << 3,
    Ordinal = 1UL << 4,
    Multiplier = 1UL << 5,

    /// <summary>A word that recognisers write for a digit word they misheard ('to', 'for', 'ate').</summary>
    DigitHomophone = 1UL << 6,

    // Spoken letters and signs.
    Letter = 1UL << 7,
    Nato = 1UL << 8,
    LetterHomophone = 1UL << 9,
    Symbol = 1UL << 10,

    // Dialogue.
    Filler = 1UL << 11,
    Backchannel = 1UL << 12,
    Function = 1UL << 13,
    Connector = 1UL << 14,
    Correction = 1UL << 15,
    Asking = 1UL << 16,
    Possessor = 1UL << 17,

    // Calendar and measures.
    Month = 1UL << 18,
    Weekday = 1UL << 19,
    Season = 1UL << 20,
    TimeUnit = 1UL << 21,
    Currency = 1UL << 22,
    DayPart = 1UL << 23,

    // Open classes.
    FirstName = 1UL << 24,
    LastName = 1UL << 25,
    CommonName = 1UL << 26,

    /// <summary>A name that is an ordinary word or a place too: needs a context that asks for a name.</summary>
    AmbiguousName = 1UL << 27,
    Honorific = 1UL << 28,
    Place = 1UL << 29,
    AmbiguousPlace = 1UL << 30,
    StreetType = 1UL << 31,
    UnitDesignator = 1UL << 32,
    OrganizationHead = 1UL << 33,
    EmailDomain = 1UL << 34,
    TopLevelDomain = 1UL << 35,

    /// <summary>An ordinary word of the language: no candidate for a name by its rarity.</summary>
    Common = 1UL << 36,
    Verb = 1UL << 37,
    Direction = 1UL << 38,
    PlacePreposition = 1UL << 39,

    /// <summary>The word starts at least one phrase of a lexicon or a cue.</summary>
    PhraseStart = 1UL << 40,

    // Shape of the token as written.
    HasDigit = 1UL << 41,
    AllDigits = 1UL << 42,
    Capitalized = 1UL << 43,
    AllCaps = 1UL << 44,
    HasSymbol = 1UL << 45,
    Unknown = 1UL << 46,

    /// <summary>The word had a possessive ending, which lies outside the token's range.</summary>
    Possessive = 1UL << 47,

    // Position.
    TurnStart = 1UL << 48,
    SentenceStart = 1UL << 49,
    SentenceEnd = 1UL << 50,
    Comma = 1UL << 51,

    /// <summary>The sentence ends here with a question mark.</summary>
    QuestionMark = 1UL << 52,

    /// <summary>A written number that is an ordinal ('7th').</summary>
    WrittenOrdinal = 1UL << 53,

    /// <summary>A currency sign stands right before the number.</summary>
    CurrencySign = 1UL << 54,

    Marker = 1UL << 55,
    Decade = 1UL << 56,

    /// <summary>A name seldom met: less likely a name than a word that no list has.</summary>
    RareName = 1UL << 57,

    AnyName = FirstName | LastName,
    AnyNumberWord = Digit | Teen | Tens | Scale,
}
