using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A person. Forms: <c>full</c>, <c>first</c>, <c>last</c>, <c>middle</c>, <c>formal</c> (first, middle initial, last), <c>reversed</c>,
/// <c>initials</c>, <c>spelled-first</c>, <c>spelled-last</c>, <c>spelled</c> (both).
/// </summary>
internal sealed class PersonValue : SlotValue
{
    private const string Policy = "person_name";
    private readonly WordListItem _middle;

    /// <summary>Chooses a person.</summary>
    /// <param name="cast">The call.</param>
    public PersonValue(CallCast cast)
    {
        First = cast.Pick(cast.Random.Chance(0.5) ? "first-names-female" : "first-names-male");
        Last = cast.Pick("last-names");
        if (cast.Random.Chance(0.06))
        {
            var second = cast.Pick("last-names");
            Last = new WordListItem($"{Last.Written}-{second.Written}", $"{Last.Spoken} {second.Spoken}");
        }
        _middle = cast.Pick(cast.Random.Chance(0.5) ? "first-names-female" : "first-names-male");
    }

    /// <summary>First name.</summary>
    public WordListItem First { get; }

    /// <summary>Last name.</summary>
    public WordListItem Last { get; }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random) => form switch
    {
        "full" => Whole(random),
        "first" => new Rendering(First.Written, First.Spoken, Policy),
        "last" => new Rendering(Last.Written, Last.Spoken, Policy),
        "middle" => new Rendering(_middle.Written, _middle.Spoken, Policy),
        "formal" => new Rendering(
            $"{First.Written} {_middle.Written[0]}. {Last.Written}", $"{First.Spoken} {_middle.Spoken[..1].ToUpperInvariant()} {Last.Spoken}", Policy),
        "reversed" => new Rendering($"{Last.Written}, {First.Written}", $"{Last.Spoken}, {First.Spoken}", Policy),
        "initials" => new Rendering(
            $"{First.Written[0]}.{Last.Written[0]}.", $"{First.Spoken[..1].ToUpperInvariant()} {Last.Spoken[..1].ToUpperInvariant()}", Policy),
        "spelled-first" => Spelled(First, random),
        "spelled-last" => Spelled(Last, random),
        "spelled" => Spelled(First, random) is var first && Spelled(Last, random) is var last
            ? new Rendering($"{first.Written} {last.Written}", $"{first.Spoken}, {last.Spoken}", Policy)
            : throw UnknownForm(form),
        _ => throw UnknownForm(form),
    };

    private Rendering Whole(SeededRandom random) => random.Chance(0.07)
        ? new Rendering($"{First.Written} {_middle.Written} {Last.Written}", $"{First.Spoken} {_middle.Spoken} {Last.Spoken}", Policy)
        : new Rendering($"{First.Written} {Last.Written}", $"{First.Spoken} {Last.Spoken}", Policy);

    private static Rendering Spelled(WordListItem name, SeededRandom random)
    {
        var (written, spoken) = LetterSpeech.Spell(name.Written, random);
        return new Rendering(written, spoken, Policy);
    }
}
