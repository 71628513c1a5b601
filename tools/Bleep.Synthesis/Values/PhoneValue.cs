using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A telephone number, North American most often. Forms: <c>full</c>, <c>last4</c>, <c>last3</c>, <c>part1</c> … <c>part4</c> (one group),
/// <c>rest</c> (all but the first group), <c>extension</c> (whole, with an extension).
/// </summary>
internal sealed class PhoneValue : SlotValue
{
    private const string Policy = "phone_number";
    private readonly string _prefix;
    private readonly string[] _groups;
    private readonly bool _isAmerican;
    private readonly string _extension;

    /// <summary>Chooses a number.</summary>
    /// <param name="cast">The call.</param>
    public PhoneValue(CallCast cast)
    {
        var random = cast.Random;
        _extension = random.Next(1, 9) + random.Digits(random.Next(1, 3));
        _isAmerican = random.Chance(0.78);
        if (_isAmerican)
        {
            _prefix = random.Chance(0.1) ? "1" : "";
            string area = random.Chance(0.1) ? random.Pick(["800", "888", "877", "866"]) : random.Pick(WordLists.Get("area-codes")).Written;
            _groups = [area, $"{random.Next(2, 9)}{random.Digits(2)}", random.Digits(4)];
            return;
        }
        string pattern = random.Pick(WordLists.Get("phone-patterns")).Written;
        _prefix = pattern.StartsWith('+') ? pattern[1..pattern.IndexOf(' ', StringComparison.Ordinal)] : "";
        string national = pattern.StartsWith('+') ? pattern[(pattern.IndexOf(' ', StringComparison.Ordinal) + 1)..] : pattern;
        _groups = [.. national.Split(' ').Select(group => string.Concat(group.Select(
            unit => unit switch { 'x' => (char)('0' + random.Next(0, 9)), 'n' => (char)('0' + random.Next(1, 9)), _ => unit })))];
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        var speech = new CodeSpeech(random);
        if (form is "full" or "extension")
        {
            string spoken = SpokenPrefix(random, speech) + ReadGroups(speech, random);
            return form == "full"
                ? Make(Written(random), spoken)
                : Make($"{Written(random)} ext. {_extension}", $"{spoken}, extension {speech.ReadGroup(_extension)}");
        }
        if (form == "rest")
        {
            return Make(string.Join('-', _groups[1..]), speech.Read(_groups[1..]));
        }
        string tail = _groups[^1];
        return form switch
        {
            "last4" or "last3" or "last2" => (form[^1] - '0') is var count && string.Concat(_groups)[^count..] is var last
                ? Make(last, speech.ReadGroup(last))
                : throw UnknownForm(form),
            "part1" => Make(_groups[0], speech.ReadGroup(_groups[0])),
            "part2" => Make(_groups[1], speech.ReadGroup(_groups[1])),
            "part3" => Make(_groups.Length > 2 ? string.Join('-', _groups[2..]) : tail, speech.Read(_groups.Length > 2 ? _groups[2..] : [tail])),
            _ => throw UnknownForm(form),
        };
    }

    private static Rendering Make(string written, string spoken) => new(written, spoken, Policy);

    private string ReadGroups(CodeSpeech speech, SeededRandom random)
    {
        // Some people run the number together or cut it elsewhere.
        if (random.Chance(0.12))
        {
            return speech.Read(string.Concat(_groups));
        }
        return speech.Read(_groups);
    }

    private string SpokenPrefix(SeededRandom random, CodeSpeech speech)
    {
        if (_prefix.Length == 0)
        {
            return "";
        }
        if (_isAmerican)
        {
            return random.Chance(0.4) ? "plus one, " : "one ";
        }
        string digits = random.Chance(0.4) && _prefix.Length == 2 ? NumberWords.Cardinal(int.Parse(_prefix)) : speech.ReadGroup(_prefix);
        return $"{(random.Chance(0.7) ? "plus" : "double oh")} {digits}, ";
    }

    private string Written(SeededRandom random)
    {
        string joined = _isAmerican
            ? random.Next(0, 5) switch
            {
                0 => $"({_groups[0]}) {_groups[1]}-{_groups[2]}",
                1 => string.Join(' ', _groups),
                2 => string.Join('.', _groups),
                _ => string.Join('-', _groups),
            }
            : string.Join(' ', _groups);
        return _prefix.Length == 0 ? joined : $"+{_prefix} {joined}";
    }
}
