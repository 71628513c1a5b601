using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Values;

/// <summary>An e-mail address. Forms: <c>full</c>, <c>spelled</c> (the part before the at sign letter by letter), <c>local</c>, <c>domain</c>.</summary>
internal sealed class EmailValue : SlotValue
{
    private const string Policy = "email_address";
    private readonly NetName _local;
    private readonly WordListItem _domain;

    /// <summary>Chooses an address.</summary>
    /// <param name="cast">The call.</param>
    /// <param name="person">Whose address.</param>
    public EmailValue(CallCast cast, PersonValue person)
    {
        _local = NetName.Of(cast, person);
        _domain = cast.Random.Chance(0.68) ? cast.Random.Pick(WordLists.Get("mail-domains")) : DomainNames.Choose(cast);
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random) => form switch
    {
        "full" => Make(Written, $"{_local.Say(random, spellsAll: random.Chance(0.12))} at {_domain.Spoken}"),
        "spelled" => Make(Written, $"{_local.Say(random, spellsAll: true)}, at {_domain.Spoken}"),
        "local" => Make(_local.Written, _local.Say(random, spellsAll: false)),
        "domain" => Make(_domain.Written, _domain.Spoken),
        _ => throw UnknownForm(form),
    };

    private string Written => $"{_local.Written}@{_domain.Written}";

    private static Rendering Make(string written, string spoken) => new(written, spoken, Policy);
}
