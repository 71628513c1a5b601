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

    /// <summary>Wire names of all policies that its lines can show, those that are only optional left out.</summary>
    public IReadOnlySet<string> Policies => _policies.Value;

    private HashSet<string> FindPolicies()
    {
        var cast = new CallCast(new SeededRandom(0), TemplateSplit.All);
        var found = new HashSet<string>();
        foreach (var line in Lines)
        {
            Collect(line.Content, cast, found);
        }
        return found;
    }

    private static void Collect(TemplateNode node, CallCast cast, HashSet<string> found)
    {
        switch (node)
        {
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Collect(part, cast, found);
                }
                break;
            case ChoiceNode choice:
                foreach (var option in choice.Options)
                {
                    Collect(option, cast, found);
                }
                break;
            case OptionalNode optional:
                Collect(optional.Part, cast, found);
                break;
            case SlotNode { IsOptional: false } slot:
                found.Add(slot.Policy ?? cast.Get(slot.Kind, slot.Instance).Render(slot.Form, cast.Random).Policy);
                break;
            case MarkNode { IsOptional: false } mark when mark.Policy != "-":
                found.Add(mark.Policy);
                break;
        }
    }
}
