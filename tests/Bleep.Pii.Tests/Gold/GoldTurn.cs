namespace Bleep.Pii.Tests.Gold;

/// <summary>One turn of a gold dialogue.</summary>
/// <param name="Speaker">Who says it.</param>
/// <param name="Text">What is said, without the marks.</param>
/// <param name="Marks">What is private in it, in order and apart from each other.</param>
internal sealed record GoldTurn(string Speaker, string Text, IReadOnlyList<GoldMark> Marks);
