using Bleep.Speech;
using Bleep.Transcripts;

namespace Bleep.Testing.Speech;

/// <summary>
/// Stands in for an engine whose hearing is perfect: it knows the words of a recording and hears each of them where, and only
/// where, the recording's own sound is. What it hears is decided by the samples it is given, as for a real engine.
/// </summary>
/// <param name="original">Samples of the recording, mono at 16 kHz.</param>
/// <param name="words">Its words.</param>
public sealed class AttentiveRecognizer(short[] original, IReadOnlyList<Word> words) : ISpeechRecognizer
{
    private const double SameSound = 0.8;

    /// <summary>One that hears nothing anywhere.</summary>
    public static AttentiveRecognizer Deaf { get; } = new([], []);

    /// <inheritdoc/>
    public EngineInfo Info { get; } = new("attentive", "test") { Languages = ["en"] };

    /// <inheritdoc/>
    public async Task<RecognitionResult> RecognizeAsync(
        ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken)
    {
        var heard = new List<short>();
        short[] block = new short[4000];
        for (int read; (read = await audio.ReadAsync(block, cancellationToken)) > 0;)
        {
            heard.AddRange(block.AsSpan(0, read));
            progress?.Report(TimeSpan.FromSeconds(heard.Count / 16_000.0));
        }
        return new RecognitionResult([.. words.Where(word => IsHeard(word, heard))]) { Duration = TimeSpan.FromSeconds(heard.Count / 16_000.0) };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool IsHeard(Word word, List<short> heard)
    {
        int start = (int)(word.Start.TotalSeconds * 16_000);
        int end = Math.Min((int)(word.End.TotalSeconds * 16_000), Math.Min(original.Length, heard.Count));
        double own = 0, other = 0, both = 0;
        for (int index = start; index < end; index++)
        {
            own += (double)original[index] * original[index];
            other += (double)heard[index] * heard[index];
            both += (double)original[index] * heard[index];
        }
        return own > 0 && other > 0 && both / Math.Sqrt(own * other) > SameSound;
    }
}
