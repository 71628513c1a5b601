using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Values;

/// <summary>
/// One private thing of a call: a person, a card, an address. It stays the same for the whole call while each mention of it may be
/// rendered differently: whole, in parts, spelled, read back in another manner.
/// </summary>
internal abstract class SlotValue
{
    /// <summary>Puts the value into words.</summary>
    /// <param name="form">Which part or manner (<c>full</c>, <c>last4</c>, <c>spelled</c>); each kind says what it knows.</param>
    /// <param name="random">Chooses between the ways of saying it.</param>
    /// <exception cref="FormatException">The kind does not know the form.</exception>
    public abstract Rendering Render(string form, SeededRandom random);

    /// <summary>The error for a form that a template asks for and the kind does not have.</summary>
    protected FormatException UnknownForm(string form) => new($"{GetType().Name} has no form '{form}'");
}
