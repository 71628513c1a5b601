namespace Bleep.Speech;

/// <summary>Turns the speech of a recording into words with times. Safe for concurrent calls; each call is one job.</summary>
public interface ISpeechRecognizer : IAsyncDisposable
{
    /// <summary>What recognises, and what it can do.</summary>
    EngineInfo Info { get; }

    /// <summary>Recognises one channel of a recording from start to end, in memory that does not grow with its length.</summary>
    /// <param name="audio">The sound; read to its end by one reader. It stays the caller's to dispose.</param>
    /// <param name="options">Language and terms to listen for.</param>
    /// <param name="progress">Told the length of audio that is done, which never shrinks; may be null.</param>
    /// <param name="cancellationToken">Ends the job early.</param>
    /// <returns>The words in the order of time.</returns>
    /// <exception cref="SpeechException">The engine cannot do this job; <see cref="SpeechException.Kind"/> says why.</exception>
    /// <exception cref="OperationCanceledException">The job was cancelled.</exception>
    Task<RecognitionResult> RecognizeAsync(
        ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken);
}
