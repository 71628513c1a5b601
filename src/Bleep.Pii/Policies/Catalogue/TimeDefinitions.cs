namespace Bleep.Pii.Policies.Catalogue;

/// <summary>Days, times and stretches of time.</summary>
internal static class TimeDefinitions
{
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        new("date", "time", "A day of the calendar.")
        {
            Examples = ["We met on [March 7, 2024].", "The invoice is of [2024-03-07]."],
            SpokenExamples = ["the appointment is on [march seventh]", "it was [the twenty first of june twenty twenty four]"],
            NearMisses = ["It is up to date.", "we may march on"],
        },
        new("date_interval", "time", "A longer stretch of the calendar: a range, a month, a season, a year, a decade.")
        {
            Examples = ["I was away from [June to August 2023].", "It was built in the [1970s]."],
            SpokenExamples = ["i worked there from [nineteen ninety two to two thousand four]", "we moved in the [spring of twenty twenty]"],
            NearMisses = ["The spring in the chair broke.", "i fall every time"],
        },
        new("day", "time", "A day of the week.")
        {
            Examples = ["See you on [Monday].", "We are closed on [Sundays]."],
            SpokenExamples = ["i can come on [tuesday]", "it arrived [friday]"],
            NearMisses = ["Have a nice day.", "the sun was out"],
            Broader = "date",
        },
        new("month", "time", "A month of the year.")
        {
            Examples = ["It starts in [October].", "My lease ends in [May]."],
            SpokenExamples = ["it starts in [october]", "the last bill was from [february]"],
            NearMisses = ["You may go now.", "they march every day"],
            Broader = "date_interval",
        },
        new("year", "time", "A year of the calendar.")
        {
            Examples = ["I bought it in [2019].", "He graduated in [1998]."],
            SpokenExamples = ["i bought it in [twenty nineteen]", "he graduated in [nineteen ninety eight]"],
            NearMisses = ["We sold 2019 units.", "it took a year"],
            Broader = "date_interval",
        },
        new("duration", "time", "An amount of time with its unit.")
        {
            Examples = ["I waited for [45 minutes].", "We were married for [12 years]."],
            SpokenExamples = ["i waited for [forty five minutes]", "it took [two and a half weeks]"],
            NearMisses = ["Wait a minute, please.", "it is the second door"],
        },
        new("time", "time", "A time of day.")
        {
            Examples = ["Call me at [4:30 p.m.]", "The train leaves at [17:05]."],
            SpokenExamples = ["call me at [four thirty p m]", "it opens at [half past nine]"],
            NearMisses = ["It was the first time.", "a ratio of 4 to 30"],
        },
        new("event", "time", "An event or holiday with a name of its own.")
        {
            Examples = ["We met at the [World Cup].", "I am off over [Thanksgiving]."],
            SpokenExamples = ["i will be home for [christmas]", "she ran the [boston marathon]"],
            NearMisses = ["It was a big event.", "in any event we will call"],
        },
    ];
}
