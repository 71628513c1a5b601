namespace Bleep.Speech;

/// <summary>
/// One live channel: audio in, events out. One writer and one reader at a time, which may be different. Disposing frees the engine
/// at once, heard or not.
/// </summary>
public interface IStreamingSession : IAsyncDisposable
{
    /// <summary>
    /// Gives the next samples, 16 kHz signed 16-bit mono. Waits while the engine is behind by more than the session may hold back,
    /// so memory stays bounded; nothing is dropped.
    /// </summary>
    /// <param name="samples">The samples; copied before the call returns.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask WriteAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken);

    /// <summary>Ends the current utterance now, as if enough silence had been heard; its final event follows.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask EndUtteranceAsync(CancellationToken cancellationToken);

    /// <summary>Says that no more audio comes. The event stream ends after the last final event.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask CompleteAsync(CancellationToken cancellationToken);

    /// <summary>What is heard, as it is heard, until the session is complete. Read once.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpeechException">The engine failed for good; thrown while reading.</exception>
    IAsyncEnumerable<RecognitionEvent> ReadEventsAsync(CancellationToken cancellationToken);
}
