using Bleep.Transcripts;

namespace Bleep.Speech;

/// <summary>What a recogniser heard in one channel.</summary>
/// <param name="Words">The words in the order of time; empty when nothing was heard.</param>
public sealed record RecognitionResult(IReadOnlyList<Word> Words)
{
    /// <summary>The language that was recognised, as a BCP 47 style code (<c>en</c>).</summary>
    public string LanguageCode { get; init; } = "en";

    /// <summary>Length of the audio that was read.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What the engine could not honour, each a sentence for the user without any private text; usually empty.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
