using Bleep.Speech.Segmentation;

namespace Bleep.Speech.Streaming;

/// <summary>
/// Cuts live audio into frames and keeps the last ones: speech is noticed a little after it began, and its beginning must not be lost.
/// </summary>
internal sealed class LiveLookBack
{
    /// <summary>Frames kept: half a second.</summary>
    private const int MaxFrames = 50;

    private readonly Queue<short[]> _kept = new(MaxFrames);
    private readonly List<short> _rest = [];

    /// <summary>Samples kept.</summary>
    public int KeptSamples => _kept.Sum(frame => frame.Length);

    /// <summary>Cuts the next audio into frames; what is left waits for more.</summary>
    public IEnumerable<ReadOnlyMemory<short>> Add(short[] samples)
    {
        _rest.AddRange(samples);
        int position = 0;
        for (; position + FrameEnergy.SamplesPerFrame <= _rest.Count; position += FrameEnergy.SamplesPerFrame)
        {
            var frame = _rest.GetRange(position, FrameEnergy.SamplesPerFrame).ToArray();
            if (_kept.Count == MaxFrames)
            {
                _kept.Dequeue();
            }
            _kept.Enqueue(frame);
            yield return frame;
        }
        _rest.RemoveRange(0, position);
    }

    /// <summary>The end of the audio, made up to a whole frame with silence; empty when nothing waits.</summary>
    public short[] Rest() => _rest.Count == 0 ? [] : new short[FrameEnergy.SamplesPerFrame - _rest.Count];

    /// <summary>The kept frames, the latest included.</summary>
    public short[] Kept() => [.. _kept.SelectMany(frame => frame)];

    /// <summary>Forgets what belongs to an utterance that ended, so that no word is heard twice.</summary>
    public void Forget() => _kept.Clear();
}
