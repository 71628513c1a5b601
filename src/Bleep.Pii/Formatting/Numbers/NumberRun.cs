namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Spoken numbers that follow one another, and what stands around them.</summary>
internal sealed class NumberRun(SpokenLine line, IReadOnlyList<NumberItem> items, FormatOptions options)
{
    private IReadOnlyList<NumberTopic>? _topics;

    /// <summary>The line that the numbers stand in.</summary>
    public SpokenLine Line => line;

    /// <summary>The numbers in order.</summary>
    public IReadOnlyList<NumberItem> Items => items;

    /// <summary>How to write.</summary>
    public FormatOptions Options => options;

    /// <summary>Index of the first word after the numbers.</summary>
    public int End => items[^1].End;

    /// <summary>What the words before say the numbers are, the nearest first.</summary>
    public IReadOnlyList<NumberTopic> Topics => _topics ??= NumberTopics.Before(line, items[0].First);

    /// <summary>The nearest topic.</summary>
    public NumberTopic Topic => Topics.Count == 0 ? NumberTopic.None : Topics[0];

    /// <summary>The digits of some of the numbers, one after the other.</summary>
    public string Digits(int from, int count) => string.Concat(items.Skip(from).Take(count).Select(item => item.Digits));
}
