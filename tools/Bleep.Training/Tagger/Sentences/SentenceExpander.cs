using System.Buffers;

namespace Bleep.Training.Tagger.Sentences;

/// <summary>Makes one sentence of a template: <c>(a|b)</c> is one of them, <c>[a]</c> or <c>[a|b]</c> perhaps, <c>{slot}</c> a value;
/// <c>&lt;</c> and <c>&gt;</c> stand for round brackets.</summary>
/// <param name="values">What stands for the slots.</param>
internal sealed class SentenceExpander(SentenceValues values)
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("([{");

    /// <summary>Writes a sentence.</summary>
    /// <exception cref="FormatException">A bracket is left open or a slot is unknown.</exception>
    public void Write(ReadOnlySpan<char> template, LabelledTextBuilder text, ref SplitMix random)
    {
        while (!template.IsEmpty)
        {
            int special = template.IndexOfAny(s_special);
            if (special < 0)
            {
                text.Append(Literal(template));
                return;
            }
            text.Append(Literal(template[..special]));
            template = template[special..];
            int close = Close(template);
            var inner = template[1..close];
            if (template[0] == '{')
            {
                values.Write(inner.ToString(), text, ref random);
            }
            else if (template[0] == '(' || random.Chance(0.5))
            {
                Write(Choose(inner, ref random), text, ref random);
            }
            template = template[(close + 1)..];
        }
    }

    // Round brackets have a meaning of their own in templates.
    private static string Literal(ReadOnlySpan<char> text) => text.ToString().Replace('<', '(').Replace('>', ')');

    private static ReadOnlySpan<char> Choose(ReadOnlySpan<char> options, ref SplitMix random)
    {
        int chosen = random.Below(options.Count('|') + 1);
        for (; chosen > 0; chosen--)
        {
            options = options[(options.IndexOf('|') + 1)..];
        }
        int end = options.IndexOf('|');
        return end < 0 ? options : options[..end];
    }

    // Brackets of one kind do not nest in each other, so the next closing one of the kind is theirs.
    private static int Close(ReadOnlySpan<char> template)
    {
        char closing = template[0] switch { '(' => ')', '[' => ']', _ => '}' };
        int close = template.IndexOf(closing);
        return close > 0 ? close : throw new FormatException($"'{template[0]}' is not closed");
    }
}
