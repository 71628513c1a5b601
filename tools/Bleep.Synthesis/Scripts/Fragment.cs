using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Values;

namespace Bleep.Synthesis.Scripts;

/// <summary>A few lines of dialogue that belong together: a greeting, a question with its answer, a goodbye.</summary>
internal sealed class Fragment
{
    private readonly Lazy<IReadOnlySet<string>> _policies;

    /// <summary>Makes a fragment of parsed lines.</summary>
    /// <param name="lines">The lines in order.</param>
    public Fragment(IReadOnlyList<FragmentLine> lines)
    {
        Lines = lines;
        _policies = new Lazy<IReadOnlySet<string>>(FindPolicies);
    }

    /// <summary>Name, unique in the library.</summary>
    public required string Id { get; init; }

    /// <summary>Where in a call it may stand.</summary>
    public required FragmentStage Stage { get; init; }

    /// <summary>The kinds of call it fits into.</summary>
    public required IReadOnlySet<string> Domains { get; init; }

    /// <summary>True when training must not see it.</summary>
    public bool IsHeldOut { get; init; }

    /// <summary>How often it is taken, compared with others.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The lines in order.</summary>
    public IReadOnlyList<FragmentLine> Lines { get; }

    /// <summary>Wire names of the policies that its lines show whatever is chosen; those that are only optional are left out.</summary>
    public IReadOnlySet<string> Policies => _policies.Value;

    private HashSet<string> FindPolicies()
    {
        var cast = new CallCast(new SeededRandom(0), TemplateSplit.All);
        return [.. Lines.SelectMany(line => Sure(line.Content, cast))];
    }

    private static IEnumerable<string> Sure(TemplateNode node, CallCast cast) => node switch
    {
        SequenceNode sequence => sequence.Parts.SelectMany(part => Sure(part, cast)),
        ChoiceNode choice => choice.Options.Select(option => Sure(option, cast)).Aggregate((left, right) => left.Intersect(right)),
        SlotNode { IsOptional: false } slot => [slot.Policy ?? cast.Get(slot.Kind, slot.Instance).Render(slot.Form, cast.Random).Policy],
        MarkNode { IsOptional: false, Policy: not ("-" or "") } mark => [mark.Policy],
        _ => [],
    };
}
