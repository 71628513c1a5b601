using Bleep.Transcripts;

namespace Bleep.Pii.Policies;

/// <summary>A short text in which one stretch belongs to a policy.</summary>
/// <param name="Text">The text, without marks.</param>
/// <param name="Range">Where the private part stands in <paramref name="Text"/>.</param>
public sealed record PolicyExample(string Text, CharRange Range)
{
    /// <summary>The private part alone.</summary>
    public string Value => Text[Range.Start..Range.End];

    /// <summary>Reads a text whose private part stands in square brackets.</summary>
    /// <param name="marked">A text with exactly one pair of brackets.</param>
    internal static PolicyExample Parse(string marked)
    {
        int open = marked.IndexOf('[');
        int close = marked.IndexOf(']');
        if (open < 0 || close <= open + 1)
        {
            throw new FormatException("A policy's example needs one marked part.");
        }
        string value = marked[(open + 1)..close];
        return new PolicyExample(marked[..open] + value + marked[(close + 1)..], new CharRange(open, open + value.Length));
    }

    /// <summary>The text with its private part in square brackets.</summary>
    public override string ToString() => $"{Text[..Range.Start]}[{Value}]{Text[Range.End..]}";
}
