using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>An age. Forms: <c>full</c> ("forty two"), <c>old</c> ("forty two years old"), <c>yearold</c> ("forty two year old").</summary>
/// <param name="years">Age in years.</param>
internal sealed class AgeValue(int years) : SlotValue
{
    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        string said = NumberWords.Cardinal(years);
        string written = years < 10 ? said : $"{years}";
        return form switch
        {
            "full" => new Rendering(written, said, "person_age"),
            "old" => new Rendering($"{written} years old", $"{said} years old", "person_age"),
            "yearold" => new Rendering($"{written}-year-old", $"{said} year old", "person_age"),
            _ => throw UnknownForm(form),
        };
    }
}
