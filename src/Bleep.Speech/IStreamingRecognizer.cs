namespace Bleep.Speech;

/// <summary>Recognises live audio. Safe for concurrent calls; each session is one live channel.</summary>
public interface IStreamingRecognizer : IAsyncDisposable
{
    /// <summary>What recognises, and what it can do.</summary>
    EngineInfo Info { get; }

    /// <summary>Opens a session; returns when the engine is ready for audio.</summary>
    /// <param name="options">Language, terms, and when an utterance ends.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpeechException">The engine cannot do this, or has no room (<see cref="SpeechErrorKind.Busy"/>).</exception>
    Task<IStreamingSession> OpenAsync(StreamingOptions options, CancellationToken cancellationToken);
}
