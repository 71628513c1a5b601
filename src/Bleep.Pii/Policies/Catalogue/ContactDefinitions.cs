namespace Bleep.Pii.Policies.Catalogue;

/// <summary>Names of people and the ways to reach them.</summary>
internal static class ContactDefinitions
{
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        new("person_name", "contact", "The name of a person, whole or in part, spelled out or as a nickname.")
        {
            Examples = ["My name is [John Lowery].", "Please ask for Mrs. [Adebayo]."],
            SpokenExamples = ["my name is [john lowery]", "that's spelled [l o w e r y]"],
            NearMisses = ["Will you mark the bill as paid?", "i hope the grant comes in may"],
            AmazonTypes = ["NAME"],
        },
        new("phone_number", "contact", "A number at which a telephone, mobile, fax or pager is reached, with country code and extension.")
        {
            Examples = ["Call me on [610-265-1714].", "Our London office has [+44 20 7946 0958]."],
            SpokenExamples =
            [
                "you can reach me at [six one zero two six five one seven one four]",
                "my cell is [three oh two five five five oh one double seven]",
            ],
            NearMisses = ["I called 3 times in 10 days.", "press one for sales and two for support"],
            AmazonTypes = ["PHONE"],
        },
        new("email_address", "contact", "An address of electronic mail, written or read aloud.")
        {
            Examples = ["Write to [john.lowery@example.com].", "It was sent from [billing+eu@example.co.uk]."],
            SpokenExamples =
            [
                "my email is [john dot lowery at gmail dot com]",
                "send it to [j underscore smith four two at yahoo dot co dot uk]",
            ],
            NearMisses = ["Meet me @ the corner.", "look at the dot on the map"],
            AmazonTypes = ["EMAIL"],
        },
        new("username", "digital", "A name with which someone logs in or is known on a site.")
        {
            Examples = ["My username is [jlowery77].", "Follow me at [@bleep_fan]."],
            SpokenExamples = ["my user name is [j lowery seventy seven]", "my handle is [blue otter nine]"],
            NearMisses = ["Please enter your user name.", "i forgot my login"],
        },
        new("password", "digital", "A password, PIN, key, one-time code or the answer to a security question.")
        {
            Examples = ["The password is [Tr0ub4dor&3].", "My PIN is [4821]."],
            SpokenExamples = ["my pin is [four eight two one]", "the password is [capital j seven seven green]"],
            NearMisses = ["I want to reset my password.", "never tell anyone your pin"],
            AmazonTypes = ["PIN"],
        },
        new("url", "digital", "An address of a page or a site on the web.")
        {
            Examples = ["See [https://example.com/users/lowery].", "We are at [www.example.org]."],
            SpokenExamples = ["go to [w w w dot example dot com]", "it is on [example dot org slash lowery]"],
            NearMisses = ["Open the web site and log in.", "the dot com years were wild"],
        },
        new("ip_address", "digital", "A network address of version 4 or 6.")
        {
            Examples = ["The login came from [203.0.113.42].", "It answered on [2001:db8::8a2e:370:7334]."],
            SpokenExamples =
            [
                "the address is [one nine two dot one six eight dot zero dot one]",
                "it came from [two oh three dot zero dot one one three dot forty two]",
            ],
            NearMisses = ["Upgrade to version 2.4.1.", "we are on release four dot two"],
        },
        new("filename", "digital", "The name or path of a computer file.")
        {
            Examples = ["Open [lowery_contract.pdf].", @"It is in [C:\Users\lowery\taxes.xlsx]."],
            SpokenExamples = ["open [lowery contract dot p d f]", "the file is called [taxes dot x l s x]"],
            NearMisses = ["I sent you a PDF.", "the file is too large"],
        },
    ];
}
