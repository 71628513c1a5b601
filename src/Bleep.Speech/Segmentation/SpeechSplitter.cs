using System.Buffers;
using System.Runtime.CompilerServices;

namespace Bleep.Speech.Segmentation;

/// <summary>
/// Cuts audio of any length into pieces with speech while it is read. Holds one window of audio, whatever the length of the recording.
/// One splitter reads one source once.
/// </summary>
/// <param name="audio">The source; read to its end.</param>
/// <param name="options">Where to cut.</param>
/// <param name="detector">Tells where speech is; null to go by loudness.</param>
internal sealed class SpeechSplitter(ISpeechAudio audio, SplitterOptions options, ISpeechDetector? detector = null)
{
    private const int SamplesPerFrame = FrameEnergy.SamplesPerFrame;

    private readonly int _minSilence = FrameEnergy.FromTime(options.MinSilence);
    private readonly List<float> _history = [];
    private long _readSamples;

    /// <summary>Length of the audio read so far; of the whole audio once all pieces are given out.</summary>
    public TimeSpan AudioRead => SampleTime.Of(_readSamples);

    /// <summary>Reads the audio and gives out its pieces in order. They do not overlap; silence between them is left out.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Pieces, each to be disposed by the taker.</returns>
    /// <exception cref="SpeechException">The audio has another sample rate.</exception>
    public async IAsyncEnumerable<AudioPiece> SplitAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (audio.SampleRateHz != ISpeechAudio.RequiredSampleRateHz)
        {
            throw new SpeechException(
                SpeechErrorKind.BadAudio, $"recognition takes audio of {ISpeechAudio.RequiredSampleRateHz} Hz, not of {audio.SampleRateHz} Hz");
        }
        var window = ArrayPool<short>.Shared.Rent(FrameEnergy.FromTime(options.Window) * SamplesPerFrame);
        int capacity = FrameEnergy.FromTime(options.Window) * SamplesPerFrame;
        try
        {
            int filled = 0;
            for (bool isEnd = false; !isEnd;)
            {
                int target = capacity;
                while (filled < target && !isEnd)
                {
                    int count = await audio.ReadAsync(window.AsMemory(filled, target - filled), cancellationToken);
                    isEnd = count == 0;
                    filled += count;
                    _readSamples += count;
                }
                long windowStart = _readSamples - filled;
                var energies = Measure(window.AsSpan(0, filled));
                var speech = detector is null ? null : Fit(await detector.FindAsync(window.AsMemory(0, filled), cancellationToken), energies.Length);
                var (pieces, keepFrom) = Plan(energies, speech, isEnd);
                foreach (var piece in pieces)
                {
                    int start = piece.Start * SamplesPerFrame;
                    int end = Math.Min(filled, piece.End * SamplesPerFrame);
                    yield return new AudioPiece(windowStart + start, window.AsSpan(start, end - start));
                }
                Remember(energies.AsSpan(0, keepFrom));
                int keepSamples = Math.Min(filled, keepFrom * SamplesPerFrame);
                window.AsSpan(keepSamples, filled - keepSamples).CopyTo(window);
                filled -= keepSamples;
            }
        }
        finally
        {
            ArrayPool<short>.Shared.Return(window, clearArray: true);
        }
    }

    /// <summary>Decides which pieces of the window are complete, and from which frame on the window is looked at again.</summary>
    private (List<FrameRange> Pieces, int KeepFrom) Plan(float[] energies, List<FrameRange>? speech, bool isEnd)
    {
        var history = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_history);
        var pieces = PiecePlan.Make(speech ?? SpeechRegions.Find(history, energies, _minSilence), energies, options);
        if (isEnd)
        {
            return (pieces, energies.Length);
        }
        if (pieces.Count == 0)
        {
            // A word may just begin; the next window must see what little of it is here.
            return ([], energies.Length - Math.Min(energies.Length, FrameEnergy.FromTime(options.MaxJoinedSilence)));
        }
        // The last piece may go on, or be joined to what follows.
        int settled = energies.Length - FrameEnergy.FromTime(options.MaxJoinedSilence + options.MinSpeech);
        if (pieces[^1].End > settled)
        {
            int keepFrom = pieces[^1].Start;
            pieces.RemoveAt(pieces.Count - 1);
            return (pieces, keepFrom);
        }
        return (pieces, pieces[^1].End);
    }

    /// <summary>What was detected, within the frames there are and without overlaps.</summary>
    private static List<FrameRange> Fit(List<FrameRange> found, int frameCount)
    {
        var fitting = new List<FrameRange>(found.Count);
        foreach (var range in found)
        {
            int start = Math.Max(range.Start, fitting.Count == 0 ? 0 : fitting[^1].End), end = Math.Min(range.End, frameCount);
            if (end > start)
            {
                fitting.Add(new FrameRange(start, end));
            }
        }
        return fitting;
    }

    private static float[] Measure(ReadOnlySpan<short> samples)
    {
        var energies = new float[(samples.Length + SamplesPerFrame - 1) / SamplesPerFrame];
        for (int frame = 0; frame < energies.Length; frame++)
        {
            int start = frame * SamplesPerFrame;
            energies[frame] = FrameEnergy.Measure(samples[start..Math.Min(samples.Length, start + SamplesPerFrame)]);
        }
        return energies;
    }

    private void Remember(ReadOnlySpan<float> energies)
    {
        int most = FrameEnergy.FromTime(options.Window) / 2;
        _history.AddRange(energies);
        _history.RemoveRange(0, Math.Max(0, _history.Count - most));
    }
}
