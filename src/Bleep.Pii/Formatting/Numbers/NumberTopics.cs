using System.Collections.Frozen;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Looks back from a number for the words that say what it is.</summary>
internal static class NumberTopics
{
    private const int WordsLookedAt = 12;

    private static readonly FrozenDictionary<string, NumberTopic> Cues = new (NumberTopic Topic, string[] Words)[]
    {
        (NumberTopic.Phone, ["phone", "telephone", "cell", "cellphone", "mobile", "call", "reach", "fax", "pager", "callback", "dial"]),
        (NumberTopic.Card, ["card", "visa", "mastercard", "amex", "debit", "credit", "discover"]),
        (NumberTopic.Expiry, ["expires", "expire", "expiration", "expiry", "expiring", "expired"]),
        (NumberTopic.SocialSecurity, ["social", "ssn"]),
        (NumberTopic.Birth, ["birth", "birthday", "birthdate", "born", "dob"]),
        (NumberTopic.PostalCode, ["zip", "zipcode", "postcode", "postal"]),
        (NumberTopic.Identifier,
        [
            "account", "routing", "policy", "member", "membership", "order", "reference", "confirmation", "tracking", "license",
            "licence", "passport", "invoice", "case", "ticket", "claim", "vin", "serial", "code", "cvv", "cvc", "pin", "id",
            "plate", "customer", "medicare", "patient", "extension", "booking", "reservation", "transaction", "checking", "savings",
        ]),
    }.SelectMany(entry => entry.Words.Select(word => (word, entry.Topic))).ToFrozenDictionary(pair => pair.word, pair => pair.Topic);

    /// <summary>The topics named before a place of the line, the nearest first; the end of the turn before counts too.</summary>
    public static IReadOnlyList<NumberTopic> Before(SpokenLine line, int index)
    {
        var topics = new List<NumberTopic>();
        int looked = 0;
        for (int place = index - 1; place >= 0 && looked < WordsLookedAt; place--, looked++)
        {
            Note(line[place], topics);
        }
        for (int place = line.Before.Count - 1; place >= 0 && looked < WordsLookedAt; place--, looked++)
        {
            Note(line.Before[place], topics);
        }
        return topics;
    }

    private static void Note(string word, List<NumberTopic> topics)
    {
        if (Cues.TryGetValue(word, out var topic) && !topics.Contains(topic))
        {
            topics.Add(topic);
        }
    }
}
