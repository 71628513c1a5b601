using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Values;

namespace Bleep.Synthesis.Scripts;

/// <summary>Turns template lines into turns: makes the choices, fills the slots, lets people hesitate.</summary>
/// <param name="cast">The values of the call.</param>
/// <param name="random">The source of choices.</param>
/// <param name="disfluency">0 for none, 1 as usual.</param>
internal sealed class TemplateExpander(CallCast cast, SeededRandom random, double disfluency)
{
    private static readonly string[] s_starts =
        ["um, ", "uh, ", "so, ", "well, ", "okay, ", "yeah, ", "oh, ", "alright, ", "right, ", "hmm, ", "okay so ", "yeah so "];

    private static readonly string[] s_fillers = ["um, ", "uh, ", "uh ", "um ", "you know, ", "like, ", "er, "];
    private static readonly HashSet<string> s_repeatable = ["i", "my", "the", "it's", "is", "and", "a", "to", "can", "i'm", "that", "we", "on"];

    /// <summary>Makes a turn of a line; null when all of it was left out.</summary>
    /// <param name="line">The line.</param>
    public CallTurn? Expand(FragmentLine line)
    {
        var builder = new TurnBuilder(line.Speaker);
        if (random.Chance((line.Speaker == "caller" ? 0.14 : 0.06) * disfluency))
        {
            builder.AddText(random.Pick(s_starts));
        }
        Expand(line.Content, builder);
        return builder.Build();
    }

    private void Expand(TemplateNode node, TurnBuilder builder)
    {
        switch (node)
        {
            case LiteralNode literal:
                builder.AddText(Hesitate(literal.Text));
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Expand(part, builder);
                }
                break;
            case ChoiceNode choice:
                Expand(random.Pick(choice.Options), builder);
                break;
            case OptionalNode optional:
                if (random.Chance(0.5))
                {
                    Expand(optional.Part, builder);
                }
                break;
            case SlotNode slot:
                var rendering = cast.Get(slot.Kind, slot.Instance).Render(slot.Form, random);
                builder.AddValue(slot.Policy is null ? rendering : rendering with { Policy = slot.Policy, AlsoPolicy = null }, slot.IsOptional);
                break;
            case MarkNode { Policy: "-" } mark:
                builder.AddUnlabelled(mark.Written, mark.Spoken);
                break;
            case MarkNode { Policy: "" } plain:
                builder.AddPlain(plain.Written, plain.Spoken);
                break;
            case MarkNode mark:
                builder.AddValue(new Rendering(mark.Written, mark.Spoken, mark.Policy), mark.IsOptional);
                break;
            default:
                throw new InvalidOperationException($"unknown node {node.GetType().Name}");
        }
    }

    private string Hesitate(string text)
    {
        if (disfluency <= 0 || text.Length < 4)
        {
            return text;
        }
        string[] words = text.Split(' ');
        // The last piece touches what follows the literal, so nothing is put after it.
        for (int index = 0; index + 1 < words.Length; index++)
        {
            if (s_repeatable.Contains(words[index]) && random.Chance(0.012 * disfluency))
            {
                words[index] = random.Chance(0.3) ? $"{words[index]}, {words[index]}" : $"{words[index]} {words[index]}";
            }
            else if (index > 0 && words[index].Length > 0 && random.Chance(0.008 * disfluency))
            {
                words[index] = random.Pick(s_fillers) + words[index];
            }
        }
        return string.Join(' ', words);
    }
}
