using System.Text;
using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A name on a network as people make them up: words of a name, nicknames, digits, separators. Keeps its parts, so that words may be
/// said as words while digits and odd parts are said one by one.
/// </summary>
internal sealed class NetName
{
    private readonly string[] _parts;

    private NetName(string[] parts) => _parts = parts;

    /// <summary>The whole name as typed.</summary>
    public string Written => string.Concat(_parts);

    /// <summary>A local part of an e-mail address or a login of a person.</summary>
    /// <param name="cast">The call.</param>
    /// <param name="person">Whose name.</param>
    public static NetName Of(CallCast cast, PersonValue person)
    {
        var random = cast.Random;
        string first = Bare(person.First.Spoken);
        string last = Bare(person.Last.Spoken);
        string digits = random.Next(0, 3) switch
        {
            0 => $"{random.Next(1, 99)}",
            1 => $"{random.Next(1950, 2010)}",
            2 => random.Digits(3),
            _ => $"{random.Next(50, 99)}",
        };
        string noun = Bare(cast.Pick("login-words").Spoken);
        string other = Bare(cast.Pick("login-words").Spoken);
        string[] parts = random.Next(0, 13) switch
        {
            0 or 1 or 2 => [first, ".", last],
            3 => [first, "_", last],
            4 => [first, last, digits],
            5 => [first[..1], last],
            6 => [first[..1], ".", last, digits],
            7 => [first, "-", last],
            8 => [last, ".", first[..1]],
            9 => [noun, other, digits],
            10 => [noun, "_", digits],
            11 => [first, digits],
            12 => [first, ".", noun],
            _ => [first, last],
        };
        return new NetName(parts);
    }

    /// <summary>The name read aloud.</summary>
    /// <param name="random">Chooses between the ways.</param>
    /// <param name="spellsAll">Whether words are spelled as well.</param>
    public string Say(SeededRandom random, bool spellsAll)
    {
        var speech = new CodeSpeech(random);
        var spoken = new List<string>();
        foreach (string part in _parts)
        {
            spoken.Add(part switch
            {
                "." => "dot",
                "_" => "underscore",
                "-" => random.Chance(0.6) ? "dash" : "hyphen",
                _ when char.IsAsciiDigit(part[0]) => SayDigits(part, speech, random),
                _ when part.Length == 1 || spellsAll => Spelled(part, random),
                _ => part,
            });
        }
        return string.Join(' ', spoken);
    }

    private static string SayDigits(string digits, CodeSpeech speech, SeededRandom random)
    {
        if (digits.Length == 4 && digits[0] is '1' or '2' && random.Chance(0.7))
        {
            return digits.Length == 4 ? NumberWords.Year(int.Parse(digits), random) : speech.ReadGroup(digits);
        }
        return digits.Length == 2 && digits[0] != '0' && random.Chance(0.5) ? NumberWords.Cardinal(int.Parse(digits)) : speech.ReadGroup(digits);
    }

    private static string Spelled(string part, SeededRandom random) => LetterSpeech.Spell(part, random).Spoken;

    private static string Bare(string spoken)
    {
        var letters = new StringBuilder();
        foreach (char unit in spoken.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit))
        {
            letters.Append(unit);
        }
        return letters.ToString();
    }
}
