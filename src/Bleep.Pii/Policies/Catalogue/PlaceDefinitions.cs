namespace Bleep.Pii.Policies.Catalogue;

/// <summary>Places, from a whole country to a house number.</summary>
internal static class PlaceDefinitions
{
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        new("location", "place", "Any place that can be found on a map: an address, a postcode, a city, a state, a country, coordinates.")
        {
            Examples = ["I live at [1250 Main Street, Springfield, IL 62704].", "We moved to [Lisbon]."],
            SpokenExamples = ["i live at [twelve fifty main street]", "we moved from [ohio] to texas"],
            NearMisses = ["The main street was closed.", "what is the state of my order"],
            AmazonTypes = ["ADDRESS"],
        },
        new("location_address", "place", "A full postal address.")
        {
            Examples = ["Send it to [1250 Main Street, Springfield, IL 62704].", "My address is [22 Elm Road, Leeds LS6 2AB]."],
            SpokenExamples =
            [
                "send it to [twelve fifty main street springfield illinois six two seven oh four]",
                "my address is [forty two oak avenue apartment three b]",
            ],
            NearMisses = ["What is your address?", "he addressed the crowd"],
            Aliases = ["physical_address"],
            Broader = "location",
        },
        new("location_address_street", "place", "The street part of an address: house number, street, flat.")
        {
            Examples = ["I live at [1250 Main Street].", "It is [Flat 4, 22 Elm Road]."],
            SpokenExamples = ["i live at [twelve fifty main street]", "it is [forty two oak avenue apartment three b]"],
            NearMisses = ["The street was quiet.", "a man in the street"],
            Broader = "location_address",
        },
        new("location_city", "place", "The name of a city, a town or a village.")
        {
            Examples = ["I am from [Springfield].", "The office is in [San Francisco]."],
            SpokenExamples = ["i am from [springfield]", "i fly to [new york] on monday"],
            NearMisses = ["The city was quiet.", "turkey with mashed potatoes"],
            Broader = "location",
        },
        new("location_state", "place", "The name of a state, a province or a county.")
        {
            Examples = ["I live in [Ohio].", "She moved to [Oregon]."],
            SpokenExamples = ["i live in [north carolina]", "it was sent from [ohio]"],
            NearMisses = ["What state is it in?", "please state your name"],
            Broader = "location",
        },
        new("location_country", "place", "The name of a country.")
        {
            Examples = ["I was born in [Ghana].", "We ship to the [United States]."],
            SpokenExamples = ["i was born in [ghana]", "my parents live in [south korea]"],
            NearMisses = ["I like country music.", "he broke the good china"],
            Broader = "location",
        },
        new("location_zip", "place", "A postal code.")
        {
            Examples = ["The zip code is [62704].", "Leeds [LS6 2AB]"],
            SpokenExamples = ["the zip is [six two seven oh four]", "my postcode is [l s six two a b]"],
            NearMisses = ["Zip up your coat.", "we sold 62704 units"],
            Broader = "location",
        },
        new("location_coordinate", "place", "A position given by latitude and longitude.")
        {
            Examples = ["We are at [40.7128, -74.0060].", "[51°28'38\"N 0°00'05\"W]"],
            SpokenExamples =
            [
                "we are at [forty point seven one two eight north seventy four point zero zero six west]",
                "the latitude is [fifty one degrees north]",
            ],
            NearMisses = ["It was 40 degrees outside.", "go north for two miles"],
            Broader = "location",
        },
    ];
}
