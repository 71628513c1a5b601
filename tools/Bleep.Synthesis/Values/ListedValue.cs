using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A value out of a word list. Forms: <c>full</c>, <c>bare</c> (without its article), <c>spelled</c>. An article belongs to the sentence
/// and not to the value, except in descriptions of a body ("a scar on his left cheek").
/// </summary>
internal sealed class ListedValue : SlotValue
{
    private static readonly string[] s_articles = ["the ", "a ", "an "];
    private readonly WordListItem _item;
    private readonly string _lead;
    private readonly string _policy;
    private readonly string? _alsoPolicy;

    /// <summary>Makes a value of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="policy">Wire name.</param>
    /// <param name="alsoPolicy">A second policy under which it may count.</param>
    public ListedValue(WordListItem item, string policy, string? alsoPolicy = null)
    {
        (_policy, _alsoPolicy) = (policy, alsoPolicy);
        _lead = policy == "physical_attribute"
            ? ""
            : Array.Find(s_articles, article => item.Spoken.StartsWith(article, StringComparison.Ordinal)) ?? "";
        _item = new WordListItem(item.Written[_lead.Length..], item.Spoken[_lead.Length..]);
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        var (written, spoken) = form switch
        {
            "spelled" => LetterSpeech.Spell(_item.Written, random),
            "full" or "bare" => (_item.Written, _item.Spoken),
            _ => throw UnknownForm(form),
        };
        return new Rendering(written, spoken, _policy) { AlsoPolicy = _alsoPolicy, Lead = form == "full" ? _lead : "" };
    }
}
