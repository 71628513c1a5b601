using System.Text;
using Bleep.Pii.Detection;

namespace Bleep.Pii.Tests.Detection;

/// <summary>Texts made to slow detection down: one piece over and over, in one turn, or a turn each.</summary>
internal static class HostileText
{
    private static readonly string[] _prose =
    [
        "The garden behind the old house had not been touched for years, and so the roses had grown over the path. ",
        "Somebody ought to cut them back before the summer comes, she said, but nobody in the room offered to do it. ",
        "Later that week the neighbours came over with two ladders and a pair of gloves, and by evening the gate could be opened again. ",
    ];

    /// <summary>Pieces that are repeated within one turn, by name.</summary>
    public static IReadOnlyDictionary<string, string> Runs { get; } = new Dictionary<string, string>
    {
        ["digits in one word"] = "1",
        ["single digits"] = "1 ",
        ["digit words"] = "one ",
        ["letters in one word"] = "x",
        ["single letters"] = "b ",
        ["letters as in"] = "b as in boy ",
        ["double"] = "double ",
        ["hundred"] = "hundred ",
        ["twenty"] = "twenty ",
        ["oh"] = "oh ",
        ["opening brackets"] = "(",
        ["closing brackets"] = "]",
        ["bracketed"] = "[a] ",
        ["colons"] = "a:",
        ["digit colons"] = "1:",
        ["commas"] = "1,",
        ["dots"] = "a.",
        ["digit dots"] = "1.",
        ["at signs"] = "@",
        ["addresses"] = "a@b.com",
        ["spaced addresses"] = "a@b.com ",
        ["hyphens"] = "a-",
        ["slashes"] = "/a",
        ["backslash words"] = "backslash ",
        ["dot com"] = "dot com ",
        ["at"] = "at ",
        ["dot"] = "dot ",
        ["apostrophes"] = "a'",
        ["stars"] = "*",
        ["currency"] = "$1",
        ["names"] = "john smith ",
        ["particles"] = "de la ",
        ["unknown words"] = "zqxw ",
        ["street"] = "main street ",
        ["new york"] = "new york ",
        ["months"] = "march ",
        ["ordinals"] = "first of ",
        ["to"] = "to ",
        ["my name is"] = "my name is ",
        ["what is your name"] = "what is your name ",
        ["account number"] = "account number ",
        ["spell that"] = "spell that ",
        ["university of"] = "university of ",
        ["no wait"] = "no wait ",
        ["mister"] = "mister ",
        ["half past"] = "half past ",
        ["percent"] = "one percent ",
        ["surrogates"] = "\U0001F600",
        ["lone surrogates"] = "\ud83d ",
        ["combining marks"] = "e\u0301",
        ["nulls"] = "\0",
        ["lines"] = "\n",
        ["questions"] = "your phone number? ",
    };

    /// <summary>Pieces that are each a turn of their own, taking turns between two speakers.</summary>
    public static IReadOnlyDictionary<string, string[]> Turns { get; } = new Dictionary<string, string[]>
    {
        ["okay"] = ["okay"],
        ["empty turns"] = [""],
        ["questions without answers"] = ["and what is your name"],
        ["numbers in pieces"] = ["what is your phone number", "one two", "okay", "three", "uh huh"],
        ["digits only"] = ["one"],
        ["names asked and given"] = ["may i have your full name please", "it's john lowery", "spell that please", "l o w e r y"],
    };

    /// <summary>A document of about so many characters in which a piece is repeated in one turn.</summary>
    public static IReadOnlyList<TextTurn> OfRun(string name, int length) => [new TextTurn(Repeat(Runs[name], length))];

    /// <summary>A dialogue of about so many characters, blanks between turns counted.</summary>
    public static IReadOnlyList<TextTurn> OfTurns(string name, int length)
    {
        string[] pieces = Turns[name];
        var turns = new List<TextTurn>();
        for (int used = 0; used < length; used += pieces[turns.Count % pieces.Length].Length + 1)
        {
            turns.Add(new TextTurn(pieces[turns.Count % pieces.Length], turns.Count % 2 == 0 ? "agent" : "caller"));
        }
        return turns;
    }

    /// <summary>Ordinary prose of about so many characters.</summary>
    public static IReadOnlyList<TextTurn> OfProse(int length) => [new TextTurn(Repeat(string.Concat(_prose), length))];

    private static string Repeat(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, length / piece.Length + 1).ToString();
}
