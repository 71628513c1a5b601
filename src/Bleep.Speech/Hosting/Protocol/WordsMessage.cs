namespace Bleep.Speech.Hosting.Protocol;

/// <summary>What a host heard.</summary>
/// <param name="Words">The words in the order of time.</param>
/// <param name="Warnings">What it could not honour, without private text.</param>
internal sealed record WordsMessage(IReadOnlyList<HostedWord> Words, IReadOnlyList<string> Warnings);
