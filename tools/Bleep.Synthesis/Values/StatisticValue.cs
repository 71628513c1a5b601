using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>A share or a rate: "eighty percent", "one in five". Form: <c>full</c>.</summary>
internal sealed class StatisticValue(SeededRandom source) : SlotValue
{
    private readonly int _manner = source.Next(0, 8);
    private readonly int _number = source.Next(2, 99);
    private readonly int _small = source.Next(1, 9);

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        string said = NumberWords.Cardinal(_number);
        string small = NumberWords.Cardinal(_small);
        var (written, spoken) = _manner switch
        {
            0 => ($"{_small} in {_small * 5}", $"{small} in {NumberWords.Cardinal(_small * 5)}"),
            1 => ($"{_small} out of 10", $"{small} out of ten"),
            2 => ($"{_number}.{_small}%", $"{said} point {small} percent"),
            3 => ($"0.{_small}%", $"{(random.Chance(0.5) ? "zero " : "")}point {small} percent"),
            4 => ($"{_number} to {Math.Min(_number + 5, 100)}%", $"{said} to {NumberWords.Cardinal(Math.Min(_number + 5, 100))} percent"),
            5 when random.Chance(0.5) => ($"{_number} per cent", $"{said} per cent"),
            _ => ($"{_number}%", $"{said} percent"),
        };
        return new Rendering(written, spoken, "statistics");
    }
}
