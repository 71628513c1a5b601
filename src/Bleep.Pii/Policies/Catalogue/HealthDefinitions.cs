namespace Bleep.Pii.Policies.Catalogue;

/// <summary>A person's body, illness and care.</summary>
internal static class HealthDefinitions
{
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        new("medical_condition", "health", "A disease, a disorder, a syndrome or a symptom.")
        {
            Examples = ["I have [type 2 diabetes].", "She was treated for [breast cancer]."],
            SpokenExamples = ["i was diagnosed with [high blood pressure]", "he suffers from [depression]"],
            NearMisses = ["The house is in good condition.", "the great depression hit the bank"],
        },
        new("medical_process", "health", "A treatment, a procedure, a test or an examination.")
        {
            Examples = ["I had a [colonoscopy].", "She starts [chemotherapy] tomorrow."],
            SpokenExamples = ["i am here for an [m r i]", "they did a [knee replacement]"],
            NearMisses = ["The test of the new printer failed.", "they will process the order"],
        },
        new("drug", "health", "A medicine, a vitamin, a supplement or a narcotic.")
        {
            Examples = ["I take [Lipitor] every evening.", "He was given 20 mg of [prednisone]."],
            SpokenExamples = ["i take [ibuprofen] for it", "she is on [insulin]"],
            NearMisses = ["I went to the drugstore.", "the tablet has a cracked screen"],
        },
        new("injury", "health", "Harm done to a body.")
        {
            Examples = ["I have a [broken leg].", "He came in with a [concussion]."],
            SpokenExamples = ["i [sprained my ankle]", "she has a [torn ligament]"],
            NearMisses = ["The screen is broken.", "he cut the price"],
        },
        new("blood_type", "health", "A blood group.")
        {
            Examples = ["My blood type is [O negative].", "He is [AB+]."],
            SpokenExamples = ["my blood type is [o negative]", "i am [a b positive]"],
            NearMisses = ["The answer was negative.", "i got a b plus in maths"],
        },
        new("statistics", "health", "A figure or share about health in a group of people.")
        {
            Examples = ["The drug helped [18%] of the patients.", "[One in five] adults has the disease."],
            SpokenExamples = ["it works for [eighty percent] of patients", "[three out of ten] women get it"],
            NearMisses = ["I studied statistics.", "one of the three doors is open"],
        },
        new("medical_code", "health", "A code of a diagnosis or a procedure, from ICD or CPT for example.")
        {
            Examples = ["The diagnosis is [E11.9].", "They billed CPT [99213]."],
            SpokenExamples = ["the diagnosis code is [e eleven point nine]", "the c p t code is [nine nine two one three]"],
            NearMisses = ["Enter the code at the door.", "the dress code is casual"],
        },
    ];
}
