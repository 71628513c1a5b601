using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>An IP address, version 4 most often. Form: <c>full</c>.</summary>
internal sealed class NetworkAddressValue : SlotValue
{
    private readonly string[] _groups;
    private readonly char _separator;

    /// <summary>Chooses an address.</summary>
    /// <param name="random">The source.</param>
    public NetworkAddressValue(SeededRandom random)
    {
        if (random.Chance(0.15))
        {
            _separator = ':';
            _groups = ["2001", "db8", random.Characters(3, "0123456789abcdef"), "", random.Characters(2, "123456789abcdef")];
            return;
        }
        _separator = '.';
        string[] start = random.Pick<string[]>([["192", "168"], ["10", "0"], ["172", "16"], [$"{random.Next(11, 223)}", $"{random.Next(0, 255)}"]]);
        _groups = [.. start, $"{random.Next(0, 255)}", $"{random.Next(1, 254)}"];
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        var speech = new CodeSpeech(random);
        bool asNumbers = random.Chance(0.3);
        string mark = _separator == ':' ? "colon" : random.Chance(0.8) ? "dot" : "point";
        var said = _groups.Select(group => asNumbers && group.Length > 0 && group.All(char.IsAsciiDigit) && _separator == '.'
            ? SayNumber(group, random)
            : group.Length == 0 ? "" : speech.ReadGroup(group.ToUpperInvariant()));
        return new Rendering(string.Join(_separator, _groups), string.Join($" {mark} ", said), "ip_address");
    }

    private static string SayNumber(string group, SeededRandom random)
    {
        int value = int.Parse(group);
        return value > 100 && value % 100 > 9 && random.Chance(0.5)
            ? $"{NumberWords.Cardinal(value / 100)} {NumberWords.Cardinal(value % 100)}"
            : NumberWords.Cardinal(value);
    }
}
