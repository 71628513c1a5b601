namespace Bleep.Views;

/// <summary>A phrase that was found.</summary>
/// <param name="Phrase">The phrase as it was asked for.</param>
/// <param name="Places">Where it stands, at least once, in the order of the words.</param>
public sealed record WordSearchMatch(string Phrase, IReadOnlyList<WordPlace> Places);
