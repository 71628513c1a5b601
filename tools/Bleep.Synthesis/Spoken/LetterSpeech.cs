using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Spoken;

/// <summary>Letters said one by one, sometimes with a word that begins with the letter.</summary>
internal sealed class LetterSpeech
{
    private static readonly string[] s_radio =
    [
        "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "november",
        "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey", "x ray", "yankee", "zulu",
    ];

    private static readonly string[][] s_everyday =
    [
        ["apple", "alpha", "adam"], ["boy", "baker", "bob"], ["cat", "charlie", "car"], ["dog", "david", "delta"],
        ["edward", "echo", "elephant", "easy"], ["frank", "fox", "father"], ["george", "golf", "good"], ["hotel", "henry", "house"],
        ["india", "ice", "ida"], ["john", "juliet", "jack"], ["king", "kite", "kilo"], ["larry", "lima", "love", "lincoln"],
        ["mary", "mike", "mother", "monkey"], ["nancy", "november", "nora"], ["oscar", "orange", "ocean"], ["peter", "paul", "papa"],
        ["queen", "quebec"], ["robert", "romeo", "roger"], ["sam", "sugar", "sierra"], ["tom", "tango", "thomas"],
        ["umbrella", "uniform", "uncle"], ["victor", "van"], ["william", "whiskey", "water"], ["x ray", "xylophone"],
        ["yellow", "yankee", "young"], ["zebra", "zulu", "zoo"],
    ];

    private readonly SeededRandom _random;
    private readonly string _link;
    private readonly bool _radio;
    private readonly double _share;

    /// <summary>Chooses the habits of one speaker.</summary>
    /// <param name="random">The source of all choices.</param>
    public LetterSpeech(SeededRandom random)
    {
        _random = random;
        _link = random.Pick(["as in", "as in", "for", "like"]);
        _radio = random.Chance(0.3);
        _share = random.Pick([0.0, 0.0, 0.0, 0.15, 0.3, 0.9]);
    }

    /// <summary>The letter in upper case, perhaps with its word: <c>L</c> or <c>L as in lima</c>.</summary>
    /// <param name="letter">Any character; only letters get a word.</param>
    public string Say(char letter)
    {
        char upper = char.ToUpperInvariant(letter);
        if (upper is < 'A' or > 'Z')
        {
            return SpokenForm.Fold(char.ToLowerInvariant(letter)).ToUpperInvariant();
        }
        return _random.Chance(_share) ? $"{upper} {_link} {Word(upper)}" : upper.ToString();
    }

    /// <summary>
    /// A name letter by letter, written and spoken: "L-O-W-E-R-Y" and <c>L O W, E R Y</c>. Blanks and marks of the name are left out,
    /// a hyphen is said.
    /// </summary>
    /// <param name="name">The name to spell.</param>
    /// <param name="random">Chooses between the ways.</param>
    public static (string Written, string Spoken) Spell(string name, SeededRandom random)
    {
        string plain = string.Concat(name.ToLowerInvariant().Where(unit => char.IsLetter(unit) || unit == '-').Select(SpokenForm.Fold));
        var habit = new LetterSpeech(random);
        bool doubles = random.Chance(0.35);
        bool grouped = plain.Length > 5 && random.Chance(0.35);
        bool pauses = random.Chance(0.3);
        var spoken = new List<string>();
        for (int index = 0; index < plain.Length; index++)
        {
            string said = plain[index] == '-' ? "hyphen" : habit.Say(plain[index]);
            if (doubles && index + 1 < plain.Length && plain[index + 1] == plain[index])
            {
                said = $"double {habit.Say(plain[index])}";
                index++;
            }
            bool breaks = pauses || (grouped && spoken.Count % 3 == 2);
            spoken.Add(breaks && index + 1 < plain.Length ? said + "," : said);
        }
        string written = string.Join('-', plain.Replace("-", "").ToUpperInvariant().ToCharArray());
        return (written, string.Join(' ', spoken));
    }

    private string Word(char upper) => _radio ? s_radio[upper - 'A'] : _random.Pick(s_everyday[upper - 'A']);
}
