using Bleep.Transcripts;

namespace Bleep.Speech;

/// <summary>One piece of news of a live session.</summary>
/// <param name="Utterance">Number of the utterance, from 0; grows by one after each final event.</param>
/// <param name="IsFinal">
/// True when the words of this utterance will not change any more. A partial event replaces the earlier partial words of its utterance.
/// </param>
/// <param name="Words">All words of the utterance so far, in the order of time, with times from the start of the session.</param>
public sealed record RecognitionEvent(int Utterance, bool IsFinal, IReadOnlyList<Word> Words)
{
    /// <summary>How much of the session's audio the engine had heard when it said this.</summary>
    public TimeSpan AudioHeard { get; init; }

    /// <summary>Where the speech of this utterance ends (final events) or has come to (partial ones), from the start of the session.</summary>
    public TimeSpan SpeechEnd { get; init; }

    /// <summary>No later event has words that begin before this time, from the start of the session.</summary>
    public TimeSpan SettledUntil { get; init; }
}
