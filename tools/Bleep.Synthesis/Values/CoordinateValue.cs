using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>A position on the map. Form: <c>full</c>.</summary>
internal sealed class CoordinateValue(SeededRandom source) : SlotValue
{
    private readonly string _latitude = $"{source.Next(10, 69)}.{source.Digits(4)}";
    private readonly string _longitude = $"{source.Next(10, 120)}.{source.Digits(4)}";
    private readonly string _east = source.Pick(["east", "west"]);

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        var speech = new CodeSpeech(random, pairs: false);
        string degrees = random.Chance(0.3) ? " degrees" : "";
        return new Rendering(
            $"{_latitude} N, {_longitude} {char.ToUpperInvariant(_east[0])}",
            $"{Say(_latitude, speech)}{degrees} north, {Say(_longitude, speech)}{degrees} {_east}",
            "location");
    }

    private static string Say(string angle, CodeSpeech speech)
    {
        int point = angle.IndexOf('.', StringComparison.Ordinal);
        return $"{NumberWords.Cardinal(int.Parse(angle.AsSpan(0, point)))} point {speech.ReadGroup(angle[(point + 1)..])}";
    }
}
