using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>A length of time. Form: <c>full</c>.</summary>
internal sealed class DurationValue : SlotValue
{
    private readonly int _count;
    private readonly string _unit;
    private readonly int _manner;

    /// <summary>Chooses a length.</summary>
    /// <param name="random">The source.</param>
    /// <param name="units">Units to choose from: minute, hour, day, business day, week, month, year.</param>
    public DurationValue(SeededRandom random, params string[] units)
    {
        _unit = random.Pick(units);
        _count = _unit switch
        {
            "minute" => random.Pick([5, 10, 15, 20, 30, 45, 90]),
            "hour" => random.Pick([2, 3, 4, 6, 12, 24, 36, 48]),
            "day" => random.Pick([2, 3, 4, 5, 7, 10, 14, 30, 60, 90]),
            "year" => random.Next(2, 35),
            "business day" => random.Next(2, 10),
            _ => random.Next(2, 12),
        };
        _manner = random.Next(0, 11);
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        string said = NumberWords.Cardinal(_count);
        string written = _count < 10 && random.Chance(0.5) ? said : $"{_count}";
        string simple = _unit == "business day" ? "day" : _unit;
        string article = simple == "hour" ? "an" : "a";
        var (left, right) = _manner switch
        {
            0 => ($"{article} {simple} and a half", $"{article} {simple} and a half"),
            1 => ($"{written} and a half {simple}s", $"{said} and a half {simple}s"),
            2 => ($"{_count} to {_count + 2} {_unit}s", $"{said} to {NumberWords.Cardinal(_count + 2)} {_unit}s"),
            3 => ($"a couple of {simple}s", $"a couple of {simple}s"),
            4 when simple is "hour" or "year" => ($"half {article} {simple}", $"half {article} {simple}"),
            5 when simple is "hour" or "minute" => ($"an hour and {NumberWords.Cardinal(20)} minutes", "an hour and twenty minutes"),
            6 => ($"{_count} or {_count + 1} {_unit}s", $"{said} or {NumberWords.Cardinal(_count + 1)} {_unit}s"),
            _ => ($"{written} {_unit}s", $"{said} {_unit}s"),
        };
        return new Rendering(left, right, "duration");
    }
}
