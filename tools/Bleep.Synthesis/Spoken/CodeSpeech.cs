using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Spoken;

/// <summary>
/// Numbers and codes read out character by character, with the habits of one speaker: "oh" or "zero", "double four",
/// pairs such as "forty two fifteen", letters with words ("b as in boy"), hesitation and repair.
/// Letters come out in upper case, so that they stay letters and do not become words; commas are short pauses.
/// </summary>
internal sealed class CodeSpeech
{
    private static readonly string[] s_hesitations = ["uh", "um", "let me see", "hold on", "er"];
    private static readonly string[] s_repairs = ["no sorry", "sorry", "no", "i mean", "wait no", "correction"];

    private readonly SeededRandom _random;
    private readonly string _zero;
    private readonly bool _doubles;
    private readonly bool _pairs;
    private readonly LetterSpeech _letters;

    /// <summary>Chooses the habits.</summary>
    /// <param name="random">The source of all choices.</param>
    /// <param name="pairs">Whether groups may be read as numbers of two figures.</param>
    public CodeSpeech(SeededRandom random, bool pairs = true)
    {
        _random = random;
        _zero = random.Chance(0.55) ? "oh" : "zero";
        _doubles = random.Chance(0.2);
        _pairs = pairs && random.Chance(0.16);
        _letters = new LetterSpeech(random);
    }

    /// <summary>Reads groups of letters and digits with a short pause between them.</summary>
    /// <param name="groups">Groups of letters and digits; other characters are read as symbols ("dash", "slash").</param>
    public string Read(IReadOnlyList<string> groups)
    {
        var spoken = new List<string>();
        int repaired = groups.Count > 1 && _random.Chance(0.035) ? _random.Next(0, groups.Count - 1) : -1;
        int hesitated = _random.Chance(0.05) ? _random.Next(0, groups.Count - 1) : -1;
        for (int index = 0; index < groups.Count; index++)
        {
            string said = ReadGroup(groups[index]);
            if (index == repaired)
            {
                spoken.Add($"{Misread(groups[index])}, {_random.Pick(s_repairs)}, {said}");
            }
            else if (index == hesitated && index > 0)
            {
                spoken.Add($"{_random.Pick(s_hesitations)}, {said}");
            }
            else
            {
                spoken.Add(said);
            }
        }
        return string.Join(_random.Chance(0.7) ? ", " : " ", spoken);
    }

    /// <summary>Reads one code, cut into groups as people do when they read aloud.</summary>
    /// <param name="code">Letters and digits.</param>
    public string Read(string code) => Read(Chunk(code));

    /// <summary>Reads one group.</summary>
    /// <param name="group">Letters, digits and symbols.</param>
    public string ReadGroup(string group)
    {
        if (_pairs && group.All(char.IsAsciiDigit) && group.Length is 2 or 3 or 4)
        {
            if (AsNumbers(group) is { } pairs)
            {
                return pairs;
            }
        }
        if (group.Length == 4 && group[0] is >= '1' and <= '9' && group.EndsWith("000", StringComparison.Ordinal))
        {
            return $"{NumberWords.Digit(group[0])} thousand";
        }
        var spoken = new List<string>();
        for (int index = 0; index < group.Length; index++)
        {
            int run = 1;
            while (index + run < group.Length && group[index + run] == group[index])
            {
                run++;
            }
            if (_doubles && run is 2 or 3 && char.IsAsciiLetterOrDigit(group[index]))
            {
                spoken.Add($"{(run == 2 ? "double" : "triple")} {Character(group[index])}");
                index += run - 1;
            }
            else
            {
                spoken.Add(Character(group[index]));
            }
        }
        return string.Join(' ', spoken);
    }

    private string Character(char character) => character switch
    {
        '0' => _zero,
        >= '1' and <= '9' => NumberWords.Digit(character),
        '-' => _random.Chance(0.7) ? "dash" : "hyphen",
        '/' => "slash",
        '.' => "dot",
        '_' => "underscore",
        '*' => "star",
        '#' => "hash",
        '!' => "exclamation mark",
        '$' => "dollar sign",
        '@' => "at",
        '+' => "plus",
        ':' => "colon",
        '%' => "percent",
        '&' => "ampersand",
        '\\' => "backslash",
        '~' => "tilde",
        _ => _letters.Say(character),
    };

    // "4215" is forty two fifteen, "610" is six ten, "800" is eight hundred; zeros inside are left to the digits.
    private static string? AsNumbers(string group)
    {
        if (group[0] == '0')
        {
            return null;
        }
        int value = int.Parse(group);
        return group.Length switch
        {
            2 => NumberWords.Cardinal(value),
            _ when value % 100 == 0 => $"{NumberWords.Cardinal(value / 100)} hundred",
            _ when value % 100 >= 10 => $"{NumberWords.Cardinal(value / 100)} {NumberWords.Cardinal(value % 100)}",
            _ => null,
        };
    }

    private string Misread(string group)
    {
        var digits = group.ToCharArray();
        int wrong = _random.Next(0, digits.Length - 1);
        digits[wrong] = char.IsAsciiDigit(digits[wrong])
            ? (char)('0' + (digits[wrong] - '0' + _random.Next(1, 9)) % 10)
            : (char)('A' + _random.Next(0, 25));
        return ReadGroup(new string(digits));
    }

    private List<string> Chunk(string code)
    {
        int size = _random.Pick([3, 3, 4, 2]);
        var groups = new List<string>();
        for (int start = 0; start < code.Length; start += size)
        {
            // A single character left over joins the group before it.
            int end = code.Length - start - size == 1 ? code.Length : Math.Min(start + size, code.Length);
            groups.Add(code[start..end]);
            if (end == code.Length)
            {
                break;
            }
        }
        return groups;
    }
}
