namespace Bleep.Pii.Languages;

/// <summary>What a phrase of the language pack is an example of.</summary>
internal enum LexiconKind : byte
{
    FirstName,
    LastName,
    City,
    State,
    Country,
    Region,
    StreetType,
    Nationality,
    Language,
    Religion,
    PoliticalAffiliation,
    ZodiacSign,
    MaritalStatus,
    GenderSexuality,
    BloodType,
    Occupation,
    Organization,
    OrganizationWord,
    Drug,
    Condition,
    Injury,
    Procedure,
    Event,
    PhysicalAttribute,
    CorporateAction,
    Effect,
    Trend,
    FinancialMetric,
    Product,
    EmailDomain,
    TopLevelDomain,

    /// <summary>A noun phrase that names a kind of private value ('date of birth').</summary>
    Topic,

    /// <summary>Words after which a private value follows ('my name is').</summary>
    LeadIn,

    /// <summary>Words before which a private value stands ('is my name', 'speaking').</summary>
    LeadOut,

    /// <summary>Words that ask for letters ('spell that').</summary>
    SpellCue,

    /// <summary>Words that repair what was said ('no wait').</summary>
    Repair,

    /// <summary>Words that only confirm and hand the turn back ('go ahead', 'got it').</summary>
    Acknowledgement,
}
