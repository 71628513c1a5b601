namespace Bleep.Speech;

/// <summary>Settings of one live session.</summary>
public sealed record StreamingOptions
{
    /// <summary>The language spoken, as a code such as <c>en</c> or <c>en-US</c>; default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Words and short phrases that are likely to be said; see <see cref="RecognitionOptions.Keyterms"/>.</summary>
    public IReadOnlyList<string> Keyterms { get; init; } = [];

    /// <summary>Silence that ends an utterance; default 700 ms, 100 ms to 10 s.</summary>
    public TimeSpan EndSilence { get; init; } = TimeSpan.FromMilliseconds(700);

    /// <summary>Longest utterance; a longer one is ended at a quiet place. Default 20 s, 5 s to 60 s.</summary>
    public TimeSpan MaxUtterance { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Audio between two partial results; default 200 ms, 100 ms to 5 s.</summary>
    public TimeSpan PartialInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// True puts out an event without words about every <see cref="PartialInterval"/> of audio in which nobody speaks, and after each
    /// <see cref="IStreamingSession.EndUtteranceAsync"/>: who reads them knows how far the engine has come. Default false.
    /// </summary>
    public bool ReportsSilence { get; init; }
}
