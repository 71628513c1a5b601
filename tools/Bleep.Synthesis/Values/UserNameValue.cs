using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Values;

/// <summary>A login or a handle. Forms: <c>full</c>, <c>spelled</c>, <c>handle</c> (with the at sign).</summary>
internal sealed class UserNameValue(CallCast cast, PersonValue person) : SlotValue
{
    private readonly NetName _name = NetName.Of(cast, person);

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random) => form switch
    {
        "full" => Make(_name.Written, _name.Say(random, spellsAll: random.Chance(0.1))),
        "spelled" => Make(_name.Written, _name.Say(random, spellsAll: true)),
        "handle" => Make("@" + _name.Written, $"at {_name.Say(random, spellsAll: false)}"),
        _ => throw UnknownForm(form),
    };

    private static Rendering Make(string written, string spoken) => new(written, spoken, "username");
}
