namespace Bleep.Speech.Hosting.Protocol;

/// <summary>What a host needs to know about a piece or an utterance.</summary>
/// <param name="Language">Language code.</param>
/// <param name="Keyterms">Terms to listen for.</param>
internal sealed record JobMessage(string Language, IReadOnlyList<string> Keyterms);
