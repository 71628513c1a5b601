namespace Bleep.Pii.Tests.Gold;

/// <summary>A conversation, or a document, whose personal data were marked by hand.</summary>
/// <param name="Id">Its name.</param>
/// <param name="IsSpoken">True for what a recogniser writes: lower case, no punctuation, numbers as words.</param>
/// <param name="Turns">What is said, in order.</param>
internal sealed record GoldDialogue(string Id, bool IsSpoken, IReadOnlyList<GoldTurn> Turns);
