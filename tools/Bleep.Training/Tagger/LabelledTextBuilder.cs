using System.Text;

namespace Bleep.Training.Tagger;

/// <summary>Puts a text and its names together piece by piece.</summary>
internal sealed class LabelledTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<LabelledRange> _ranges = [];

    /// <summary>Length of the text so far.</summary>
    public int Length => _text.Length;

    /// <summary>Adds words that are no name.</summary>
    public LabelledTextBuilder Append(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Adds a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">Its kind, or <see cref="LabelledRange.Unknown"/>.</param>
    public LabelledTextBuilder Append(string name, int kind)
    {
        _ranges.Add(new LabelledRange(_text.Length, _text.Length + name.Length, kind));
        _text.Append(name);
        return this;
    }

    /// <summary>The text with its names.</summary>
    public LabelledText ToText() => new(_text.ToString(), [.. _ranges]);
}
