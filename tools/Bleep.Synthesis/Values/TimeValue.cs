using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>A time of day. Form: <c>full</c>.</summary>
internal sealed class TimeValue(SeededRandom source) : SlotValue
{
    private const string Policy = "time";
    private readonly int _hour = source.Next(7, 20);
    private readonly int _minute = source.Pick([0, 0, 0, 15, 30, 30, 45, 5, 10, 20, 40, 50]);

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        int twelve = _hour % 12 == 0 ? 12 : _hour % 12;
        string hour = NumberWords.Cardinal(twelve);
        string half = _hour < 12 ? "a.m." : "p.m.";
        string halfSaid = _hour < 12 ? "A M" : "P M";
        string minutes = _minute switch { 0 => "", < 10 => $" oh {NumberWords.Cardinal(_minute)}", _ => $" {NumberWords.Cardinal(_minute)}" };
        string figures = _minute == 0 ? $"{twelve}" : $"{twelve}:{_minute:00}";
        string next = NumberWords.Cardinal(twelve % 12 + 1);
        switch (random.Next(0, 9))
        {
            case 0 when _minute == 0 && _hour == 12:
                return new Rendering("noon", "noon", Policy);
            case 1 or 2 when _minute == 0:
                return new Rendering($"{twelve} o'clock", $"{hour} o'clock", Policy);
            case 3 when _minute == 30:
                return new Rendering($"half past {hour}", $"half past {hour}", Policy);
            case 4 when _minute == 15:
                return new Rendering($"quarter past {hour}", $"quarter past {hour}", Policy);
            case 4 or 5 when _minute == 45:
                return new Rendering($"a quarter to {next}", $"a quarter to {next}", Policy);
            case 6:
                string part = _hour < 12 ? "in the morning" : _hour < 18 ? "in the afternoon" : "in the evening";
                return new Rendering($"{figures} {part}", $"{hour}{minutes} {part}", Policy);
            case 7 when _minute > 0:
                return new Rendering($"{twelve}:{_minute:00}", $"{hour}{minutes}", Policy);
            case 8 when _hour > 12 && _minute > 0:
                return new Rendering($"{_hour}:{_minute:00}", $"{NumberWords.Cardinal(_hour)}{minutes}", Policy);
            default:
                return new Rendering($"{figures} {half}", $"{hour}{minutes} {halfSaid}", Policy);
        }
    }
}
