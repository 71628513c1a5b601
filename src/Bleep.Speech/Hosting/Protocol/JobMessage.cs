namespace Bleep.Speech.Hosting.Protocol;

/// <summary>What a host needs to know about a piece or an utterance.</summary>
/// <param name="Language">Language code.</param>
/// <param name="Keyterms">Terms to listen for.</param>
/// <param name="FindsSpeech">True to be told where there is speech, a 'word' a stretch, instead of what is said.</param>
internal sealed record JobMessage(string Language, IReadOnlyList<string> Keyterms, bool FindsSpeech = false);
