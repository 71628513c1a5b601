namespace Bleep.Tests.Live;

/// <summary>Turns of made-up calls: lead-ins, values of many kinds and what people say after them, put together at random.</summary>
internal static class MadeUpTurns
{
    private static readonly string[] s_digits = ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] s_first = ["john", "marisela", "tamika", "will", "grace", "bartholomew", "rose", "siobhan", "mark", "deepak"];
    private static readonly string[] s_last = ["lowery", "whitcombe", "okonkwo", "park", "young", "de la cruz", "mcallister", "brown", "van dyke", "rivers"];
    private static readonly string[] s_months = ["january", "march", "may", "august", "november"];
    private static readonly string[] s_leads =
    [
        "my name is", "hi this is", "you can reach me at", "the card number is", "i live at", "my date of birth is", "it's", "sure",
        "the account ends in", "put it under", "that's for", "my email is", "i was born on", "so i told them", "the password is", "yes",
        "i would like to change the name on the order it should be", "could you send the parcel to",
    ];

    private static readonly string[] s_tails =
    [
        "", "and i would like to know when the parcel comes", "is my last name", "thank you", "if you could check that please",
        "but the line was bad so i called again", "that is the old one", "and that was my number back then",
    ];

    /// <summary>The next turn.</summary>
    /// <param name="random">Decides.</param>
    public static string Next(Random random) => string.Join(' ', ((string[])[
        Pick(random, s_leads), Value(random), Pick(random, s_tails), random.Next(3) == 0 ? $"{Pick(random, s_leads)} {Value(random)}" : "",
    ]).Where(part => part.Length > 0));

    private static string Value(Random random) => random.Next(9) switch
    {
        0 => Pick(random, s_first),
        1 => $"{Pick(random, s_first)} {Pick(random, s_last)}",
        2 => Digits(random, random.Next(3, 17)),
        3 => string.Join(' ', Pick(random, s_last).Replace(" ", "", StringComparison.Ordinal).ToCharArray()),
        4 => $"{Pick(random, s_months)} {Pick(random, ["third", "seventh", "twenty first"])} nineteen {Pick(random, ["sixty one", "eighty", "oh four"])}",
        5 => $"{Pick(random, s_first)} dot {Pick(random, ["lowery", "smith"])} at {Pick(random, ["gmail", "example"])} dot com",
        6 => $"{Digits(random, 3)} {Pick(random, ["maple", "high", "old church", "river"])} {Pick(random, ["street", "road", "lane", "drive"])}",
        7 => $"double {Pick(random, s_digits)} {Digits(random, 5)} no wait {Digits(random, 4)}",
        _ => $"{Pick(random, ["thirty", "ninety", "twelve"])} {Pick(random, ["hundred dollars", "dollars", "thousand euros"])}",
    };

    private static string Digits(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Pick(random, s_digits)));

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
