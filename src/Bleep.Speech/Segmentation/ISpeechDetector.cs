namespace Bleep.Speech.Segmentation;

/// <summary>Tells where in a stretch of audio there may be speech, better than loudness alone does.</summary>
internal interface ISpeechDetector
{
    /// <summary>Finds speech.</summary>
    /// <param name="samples">16 kHz mono, one window of the splitter at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Sorted ranges of 10 ms frames that do not overlap.</returns>
    ValueTask<List<FrameRange>> FindAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken);
}
