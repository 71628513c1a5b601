namespace Bleep.Synthesis.Values;

/// <summary>All kinds of values that a template can name, and how each is made.</summary>
internal static class ValueCatalog
{
    private static readonly Dictionary<string, Func<CallCast, SlotValue>> s_kinds = new()
    {
        ["caller"] = cast => new PersonValue(cast),
        ["agent"] = cast => new PersonValue(cast),
        ["person"] = cast => new PersonValue(cast),
        ["doctor"] = cast => new PersonValue(cast),
        ["phone"] = cast => new PhoneValue(cast),
        ["email"] = cast => new EmailValue(cast, (PersonValue)cast.Get("caller")),
        ["orgemail"] = cast => new EmailValue(cast, (PersonValue)cast.Get("agent")),
        ["user"] = cast => new UserNameValue(cast, (PersonValue)cast.Get("caller")),
        ["password"] = cast => new PasswordValue(cast),
        ["url"] = cast => new UrlValue(cast),
        ["ip"] = cast => new NetworkAddressValue(cast.Random),
        ["file"] = cast => new FileValue(cast),
        ["address"] = cast => new AddressValue(cast),
        ["coordinates"] = cast => new CoordinateValue(cast.Random),
        ["card"] = cast => new CardValue(cast.Random),
        ["ssn"] = cast => CheckedCodes.SocialSecurity(cast.Random),
        ["routing"] = cast => CheckedCodes.Routing(cast.Random),
        ["iban"] = cast => CheckedCodes.Iban(cast.Random),
        ["vin"] = cast => CheckedCodes.Vin(cast.Random),
        ["nhs"] = cast => CheckedCodes.HealthService(cast.Random),
        ["dob"] = cast => new DateValue(cast.Random, 1934, 2006, "date_of_birth"),
        ["childdob"] = cast => new DateValue(cast.Random, 2008, 2025, "date_of_birth"),
        ["date"] = cast => new DateValue(cast.Random, 2024, 2027, "date"),
        ["pastdate"] = cast => new DateValue(cast.Random, 1985, 2024, "date"),
        ["interval"] = cast => new IntervalValue(cast.Random),
        ["time"] = cast => new TimeValue(cast.Random),
        ["duration"] = cast => new DurationValue(cast.Random, "minute", "hour", "day", "day", "week", "week", "month", "month", "year", "business day"),
        ["years"] = cast => new DurationValue(cast.Random, "month", "year", "year"),
        ["weeks"] = cast => new DurationValue(cast.Random, "day", "week", "week", "month"),
        ["wait"] = cast => new DurationValue(cast.Random, "minute", "hour", "day", "business day", "week"),
        ["money"] = cast => new MoneyValue(cast.Random),
        ["salary"] = cast => new MoneyValue(cast.Random, cast.Random.Next(22, 240) * 1000),
        ["stat"] = cast => new StatisticValue(cast.Random),
        ["age"] = cast => new AgeValue(cast.Random.Next(18, 94)),
        ["childage"] = cast => new AgeValue(cast.Random.Next(2, 17)),
        // Codes of an issuer's own making; the pattern's characters are explained at CodeValue.OfPattern.
        ["account"] = Code("account_number", "99999999", "9999999999", "999 999 999", "9999-9999", "A9999999", "999-99999-9", "AA-999999"),
        ["policyno"] = Code("account_number", "AA 999 999", "AAA-9999999", "99-999999", "A99 9999 99", "9999999999", "\\H\\O9999999", "AA9999999"),
        ["member"] = Code("account_number", "999999999", "A999999999", "XXX999999", "999 9999 999", "9999 9999 9999"),
        ["bankaccount"] = Code("banking_information", "account_number", "9999999999", "99999999", "999999999999", "9999 9999 99", "999-999999"),
        ["sortcode"] = Code("banking_information", "99-99-99", "99 99 99"),
        ["swift"] = Code("banking_information", "AAAA\\U\\S99", "AAAA\\D\\EAA", "AAAA\\G\\B9AXXX"),
        ["license"] = Code(
            "drivers_license", "A9999999", "A999-9999-9999", "99999999", "999999999", "AA999999", "A99999999", "A9999 99999 99999", "999 999 999",
            "AAAAA 999999 AA9AA"),
        ["passport"] = Code("passport_number", "999999999", "A99999999", "AA9999999", "A9999999", "A99X99X99"),
        ["health"] = Code(
            "healthcare_number", "AAA999999999", "8AA9-AA9-AA99", "A99999999", "999 999 9999", "AAA 99999 9999", "W9999 99999"),
        ["mrn"] = Code("healthcare_number", "9999999", "99999999", "999-99-99", "A999999"),
        ["plate"] = Code("vehicle_id", "8AAA999", "AAA 9999", "AAA-999", "AA99 AAA", "999 AAA", "AAA999", "AA 99999"),
        ["ref"] = Code(
            "number_sequence", "99999999", "AA-99999", "A99-999", "9999 9999", "XXXXXX", "999-9999999-9999999", "AA9999999", "99999", "9999999",
            "A9A9A9", "AAAAAA"),
        ["order"] = Code("number_sequence", "9999999", "999-9999999", "AA99999", "99999", "A-999999", "#99999"),
        ["tracking"] = Code("number_sequence", "9999 9999 9999", "8\\Z999999", "AA999999999\\U\\S", "9999999999"),
        ["serial"] = Code("number_sequence", "XXXXXXXXXX", "AA99999999", "A99A9999", "9999-AAAA-99"),
        ["pin"] = Code("password", "9999", "9999", "999999"),
        ["otp"] = Code("password", "999999", "999 999", "99999"),
        ["maiden"] = Listed("last-names", "password", "person_name"),
        ["pet"] = Listed("pets", "password", "person_name"),
        ["place"] = cast => new ListedValue(cast.Pick(cast.Random.Chance(0.5) ? "cities-world" : "cities-plain"), "location"),
        ["country"] = Listed("countries", "location"),
        ["state"] = Listed("states", "location"),
        ["bank"] = Listed("banks", "organization"),
        ["hospital"] = Listed("hospitals", "organization"),
        ["insurer"] = Listed("insurers", "organization"),
        ["shop"] = Listed("shops", "organization"),
        ["airline"] = Listed("airlines", "organization"),
        ["hotel"] = Listed("hotels", "organization"),
        ["telco"] = Listed("telecoms", "organization"),
        ["agency"] = Listed("agencies", "organization"),
        ["school"] = Listed("schools", "organization"),
        ["company"] = Company,
        ["drug"] = Listed("drugs", "drug"),
        ["condition"] = Listed("conditions", "medical_condition"),
        ["symptom"] = Listed("symptoms", "medical_condition"),
        ["injury"] = Listed("injuries", "injury"),
        ["procedure"] = Listed("procedures", "medical_process"),
        ["blood"] = Listed("blood-types", "blood_type"),
        ["job"] = Listed("occupations", "occupation"),
        ["language"] = Listed("languages", "language"),
        ["nationality"] = Listed("nationalities", "nationality"),
        ["religion"] = Listed("religions", "religion"),
        ["faith"] = Listed("faiths", "religion"),
        ["party"] = Listed("politics", "political_affiliation"),
        ["marital"] = Listed("marital", "marital_status"),
        ["gender"] = Listed("genders", "gender_sexuality"),
        ["orientation"] = Listed("orientations", "gender_sexuality"),
        ["zodiac"] = Listed("zodiac", "zodiac_sign"),
        ["event"] = Listed("events", "event"),
        ["storm"] = Listed("storms", "event"),
        ["pastevent"] = Listed("past-events", "event"),
        ["holiday"] = Listed("holidays", "event"),
        ["look"] = Listed("looks", "physical_attribute"),
        ["height"] = Listed("heights", "physical_attribute"),
        ["weekday"] = Listed("weekdays", "date"),
    };

    /// <summary>Names of all kinds.</summary>
    public static IEnumerable<string> Kinds => s_kinds.Keys;

    /// <summary>Makes a value of a kind.</summary>
    /// <param name="kind">The kind's name.</param>
    /// <param name="cast">The call it belongs to.</param>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static SlotValue Create(string kind, CallCast cast) => s_kinds.TryGetValue(kind, out var make)
        ? make(cast)
        : throw new FormatException($"there is no kind of value '{kind}'");

    private static Func<CallCast, SlotValue> Listed(string list, string policy, string? alsoPolicy = null) =>
        cast => new ListedValue(cast.Pick(list), policy, alsoPolicy);

    private static Func<CallCast, SlotValue> Code(string policy, params string[] patterns)
    {
        // A policy's name in place of the first pattern is a second policy under which the code may count.
        string? also = patterns[0].Contains('_', StringComparison.Ordinal) ? patterns[0] : null;
        string[] choices = also is null ? patterns : patterns[1..];
        return cast => CodeValue.OfPattern(cast.Random.Pick(choices), policy, cast.Random, also);
    }

    // Half of the companies are made up of a family's name or a word, as most real ones are in no list.
    private static ListedValue Company(CallCast cast)
    {
        if (cast.Random.Chance(0.5))
        {
            return new ListedValue(cast.Pick("companies"), "organization");
        }
        var name = cast.Pick(cast.Random.Chance(0.6) ? "last-names" : "streets");
        var ending = cast.Random.Pick(WordLists.Get("company-endings"));
        return new ListedValue(new WordListItem($"{name.Written} {ending.Written}", $"{name.Spoken} {ending.Spoken}"), "organization");
    }
}
