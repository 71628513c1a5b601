using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Scripts;

namespace Bleep.Synthesis.Values;

/// <summary>
/// The people and things of one call. A kind and a number name one value for the whole call, so that what the caller gives is what the
/// agent reads back.
/// </summary>
internal sealed class CallCast
{
    private readonly Dictionary<(string Kind, int Instance), SlotValue> _values = [];
    private readonly TemplateSplit _split;

    /// <summary>An empty cast.</summary>
    /// <param name="random">The source of all values.</param>
    /// <param name="split">Which values of word lists may occur.</param>
    public CallCast(SeededRandom random, TemplateSplit split)
    {
        Random = random;
        _split = split;
    }

    /// <summary>The source of all values.</summary>
    public SeededRandom Random { get; }

    /// <summary>The value of a kind, made at its first use.</summary>
    /// <param name="kind">A kind that <see cref="ValueCatalog"/> knows.</param>
    /// <param name="instance">0 for the first of its kind.</param>
    public SlotValue Get(string kind, int instance = 0)
    {
        if (!_values.TryGetValue((kind, instance), out var value))
        {
            value = ValueCatalog.Create(kind, this);
            _values[(kind, instance)] = value;
        }
        return value;
    }

    /// <summary>An item of a word list that the split allows.</summary>
    /// <param name="list">The list's name.</param>
    public WordListItem Pick(string list) => Pick(WordLists.Get(list));

    /// <summary>An item that the split allows.</summary>
    /// <param name="items">The items to choose from.</param>
    public WordListItem Pick(IReadOnlyList<WordListItem> items)
    {
        bool? heldOut = _split switch
        {
            TemplateSplit.Training => false,
            TemplateSplit.Heldout when Random.Chance(0.6) => true,
            _ => null,
        };
        WordListItem[] allowed = [.. items.Where(item => heldOut is null || item.IsHeldOut == heldOut)];
        // A very short list may have no item on one side.
        return Random.Pick(allowed.Length == 0 ? items : allowed);
    }
}
