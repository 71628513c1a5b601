namespace Bleep.Speech;

/// <summary>Sound to recognise, pulled block by block: signed 16-bit samples of one channel.</summary>
public interface ISpeechAudio
{
    /// <summary>The rate every recogniser takes, in hertz.</summary>
    const int RequiredSampleRateHz = 16_000;

    /// <summary>Samples a second; must be <see cref="RequiredSampleRateHz"/>.</summary>
    int SampleRateHz { get; }

    /// <summary>Reads the next samples.</summary>
    /// <param name="samples">Where they go; not empty.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many samples were read, at least one, or 0 at the end of the sound.</returns>
    ValueTask<int> ReadAsync(Memory<short> samples, CancellationToken cancellationToken);
}
