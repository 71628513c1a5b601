namespace Bleep.Pii.Languages;

/// <summary>
/// The sets of words that recognisers ask a language for; each is a line of <c>Languages/&lt;code&gt;/sets.txt</c> under the same name. A set that a
/// language does not have is empty: what asks for it finds nothing there.
/// </summary>
internal enum WordSet
{
    /// <summary>Small words inside names: 'de la', 'van der', 'mac'.</summary>
    NameParticle,

    /// <summary>Titles behind which any word is a name.</summary>
    CertainTitle,

    /// <summary>Words of greeting, before a name or a company.</summary>
    Greeting,

    /// <summary>Members of a family.</summary>
    Relative,

    /// <summary>Words that mean a street in nearly all of their uses.</summary>
    CertainStreetType,

    /// <summary>Ordinary words before 'street' or 'drive' that name no street.</summary>
    StreetAdjective,

    /// <summary>Ordinary words that streets are often named with.</summary>
    StreetName,

    /// <summary>Words for a unit within a house: 'flat', 'suite'.</summary>
    HouseUnit,

    /// <summary>Heads of names of places: 'airport', 'stadium'.</summary>
    LandmarkHead,

    /// <summary>Words that describe such a place without naming it: 'international', 'downtown'.</summary>
    LandmarkAdjective,

    /// <summary>Ordinary words in names of organisations: 'national', 'community'.</summary>
    OrganizationAdjective,

    /// <summary>Heads whose name follows: 'university of'.</summary>
    OrganizationTakesOf,

    /// <summary>Fields of activity: 'department of health'.</summary>
    OrganizationField,

    /// <summary>Heads of names of hospitals and clinics.</summary>
    MedicalOrganization,

    /// <summary>Last words of desks and lines, which every company has: 'front desk', 'technical support'.</summary>
    ServiceDesk,

    /// <summary>Parts of the body.</summary>
    BodyPart,

    /// <summary>Harm done to a part of the body, before it: 'bruised left knee'.</summary>
    HarmedPart,

    /// <summary>Harm to a part of the body, as a noun: 'cut above the left eye'.</summary>
    Harm,

    /// <summary>Ways to look into a body: 'biopsy of the liver'.</summary>
    Examination,

    /// <summary>Colours of hair and eyes.</summary>
    BodyColor,

    /// <summary>Words that stand before a job and belong to it: 'senior', 'retired'.</summary>
    JobRank,

    /// <summary>Units of measure that make the number before them no code: 'grams', 'mg'.</summary>
    Measure,

    /// <summary>Words before a price: 'costs', 'pay', 'for'.</summary>
    PriceLead,

    /// <summary>Currencies as codes.</summary>
    CurrencyCode,

    /// <summary>What is seen on a part of the body: 'scar above the eye'.</summary>
    BodyMark,

    /// <summary>Street words that are ordinary ones too: 'way', 'place'.</summary>
    LooseStreetType,

    /// <summary>Last words of names of events: 'medal', 'festival'.</summary>
    EventHead,

    /// <summary>Words that say how a letter is written: 'capital', 'lowercase'.</summary>
    CaseWord,

    /// <summary>First words of names of signs: 'dollar' of 'dollar sign', 'upper' of 'upper case'.</summary>
    SignFirst,

    /// <summary>Second words of names of signs.</summary>
    SignSecond,

    /// <summary>Things named after a nation: 'french fries'.</summary>
    NationThing,
}
