namespace Bleep.Pii.Policies.Catalogue;

/// <summary>Companies, what they make and what becomes of them.</summary>
internal static class OrganizationDefinitions
{
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        new("organization", "organization", "The name of a company, an institution or another body.")
        {
            Examples = ["I work for [Northwind Traders].", "She called the [Department of Health]."],
            SpokenExamples = ["i bank with [wells fargo]", "thank you for calling [harper valley national bank]"],
            NearMisses = ["Our company is small.", "the bank of the river"],
        },
        new("organization_medical_facility", "organization", "The name of a hospital, a clinic or a practice.")
        {
            Examples = ["I was at [Saint Mary's Hospital].", "The [Cedar Hill Clinic] called."],
            SpokenExamples = ["he is at [mercy general hospital]", "i go to the [lakeside family clinic]"],
            NearMisses = ["I was in the hospital.", "the clinic is closed today"],
            Broader = "organization",
        },
        new("product", "organization", "The name of a product.")
        {
            Examples = ["My [iPhone 14] is broken.", "I drive a [Corolla]."],
            SpokenExamples = ["i bought a [galaxy s twenty three]", "we run [windows eleven]"],
            NearMisses = ["The product is broken.", "the windows are open"],
        },
        new("project", "organization", "The name of a project or undertaking that is not public.")
        {
            Examples = ["Project [Bearclaw] is late.", "She leads Operation [Sunrise]."],
            SpokenExamples = ["we call it project [bearclaw]", "the budget of operation [sunrise] is gone"],
            NearMisses = ["The project is late.", "the operation went well"],
        },
        new("corporate_action", "organization", "Something a company does that changes it: a merger, a share issue, a takeover.")
        {
            Examples = ["They announced a [merger].", "The [IPO] is next week."],
            SpokenExamples = ["they plan an [i p o]", "after the [acquisition] we moved"],
            NearMisses = ["The lanes merge ahead.", "he took over the phone"],
        },
        new("effect", "organization", "A word that says a figure rose, fell or stayed.")
        {
            Examples = ["Sales [rose] last quarter.", "Shares [fell] by a tenth."],
            SpokenExamples = ["revenue [increased] again", "the margin [dropped]"],
            NearMisses = ["The new law takes effect.", "i rose from my chair"],
        },
        new("trend", "organization", "A word for the direction in which a figure moves over time.")
        {
            Examples = ["We see an [upward trend].", "Demand is [slowing down]."],
            SpokenExamples = ["there is a [downward trend] in sales", "prices keep [climbing]"],
            NearMisses = ["That jacket is trendy.", "we went climbing in the hills"],
        },
    ];
}
