namespace Bleep.Pii.Policies.Catalogue;

/// <summary>What a person is, believes and does.</summary>
internal static class PersonDefinitions
{
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        new("person_age", "trait", "How old a person is.")
        {
            Examples = ["I am [47 years old].", "My son is [8]."],
            SpokenExamples = ["i am [forty seven years old]", "my daughter just turned [eight]"],
            NearMisses = ["The bridge is 40 years old.", "i waited for forty minutes"],
        },
        new("date_of_birth", "trait", "The day on which a person was born.")
        {
            Examples = ["I was born on [March 7, 1961].", "DOB: [03/07/1961]"],
            SpokenExamples = ["my date of birth is [march seventh nineteen sixty one]", "i was born [the seventh of march sixty one]"],
            NearMisses = ["The store opened on March 7, 1961.", "what is your date of birth"],
            Broader = "date",
        },
        new("gender_sexuality", "trait", "A word for a person's gender or sexual orientation.")
        {
            Examples = ["She is [transgender].", "He came out as [gay]."],
            SpokenExamples = ["i am [bisexual]", "they are [non binary]"],
            NearMisses = ["It was a straight road.", "the pipe has a male thread"],
        },
        new("gender", "trait", "A word for a person's gender.")
        {
            Examples = ["I am a [woman].", "The form says [non-binary]."],
            SpokenExamples = ["the patient is [female]", "i identify as [non binary]"],
            NearMisses = ["The plug has a male end.", "the gender pay gap is a problem"],
            Broader = "gender_sexuality",
        },
        new("sexuality", "trait", "A word for a person's sexual orientation.")
        {
            Examples = ["He is [gay].", "She describes herself as [bisexual]."],
            SpokenExamples = ["i am a [lesbian]", "he told them that he is [homosexual]"],
            NearMisses = ["Go straight ahead.", "a movie about love"],
            Broader = "gender_sexuality",
        },
        new("marital_status", "trait", "Whether a person is single, married, divorced or widowed.")
        {
            Examples = ["I am [divorced].", "She has been [married] for ten years."],
            SpokenExamples = ["i am [single]", "he is [widowed]"],
            NearMisses = ["I need a single copy.", "the two ideas are wedded to each other"],
        },
        new("physical_attribute", "trait", "A feature of the body by which a person is known.")
        {
            Examples = ["He has [red hair].", "She is [six feet tall]."],
            SpokenExamples = ["he has [a scar on his left cheek]", "i am [five foot eleven]"],
            NearMisses = ["The red car was parked outside.", "the fence is six feet tall"],
        },
        new("nationality", "trait", "A word for a people, an ethnic group or where a person belongs by birth.")
        {
            Examples = ["I am [Canadian].", "Her family is [Hispanic]."],
            SpokenExamples = ["my husband is [nigerian]", "i am [african american]"],
            NearMisses = ["We are all citizens.", "i polish my shoes every day"],
        },
        new("language", "trait", "The name of a natural language.")
        {
            Examples = ["I speak [Spanish].", "Do you have it in [Mandarin]?"],
            SpokenExamples = ["i only speak [portuguese]", "is there someone who speaks [tagalog]"],
            NearMisses = ["Mind your language.", "he wrote it in basic"],
        },
        new("religion", "belief", "A word for a religion or for those who hold it.")
        {
            Examples = ["We are [Catholic].", "He converted to [Buddhism]."],
            SpokenExamples = ["my family is [muslim]", "i was raised [jewish]"],
            NearMisses = ["I read the paper religiously.", "he had faith in the team"],
        },
        new("political_affiliation", "belief", "A party, a movement or an ideology that a person follows.")
        {
            Examples = ["I am a registered [Democrat].", "He votes [Conservative]."],
            SpokenExamples = ["my father was a [communist]", "i vote [republican]"],
            NearMisses = ["We had a party on Saturday.", "that is a conservative estimate"],
        },
        new("occupation", "trait", "What a person does for a living, as a title or a profession.")
        {
            Examples = ["I work as a [dental hygienist].", "She is the [chief financial officer]."],
            SpokenExamples = ["i am a [truck driver]", "he is a [retired police officer]"],
            NearMisses = ["I have to work late.", "the printer driver is out of date"],
        },
        new("zodiac_sign", "trait", "A sign of the zodiac.")
        {
            Examples = ["I am a [Capricorn].", "Typical [Leo]."],
            SpokenExamples = ["my sign is [sagittarius]", "she is a [virgo]"],
            NearMisses = ["The stop sign was hidden.", "he signed the form"],
        },
    ];
}
