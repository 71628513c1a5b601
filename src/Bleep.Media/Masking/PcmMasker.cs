using Bleep.Transcripts;

namespace Bleep.Media.Masking;

/// <summary>
/// Masks 16-bit sound block by block, sample-exactly. The number of samples never changes; samples outside the padded
/// intervals stay as they are; inside the unpadded intervals nothing of the original is left. The blocks' sizes do not matter,
/// but for the loudness of a beep, which is measured on the sound seen until a mask begins: show at least
/// <see cref="LookaheadFrames"/> ahead with <see cref="Look"/> to have it the same for any size.
/// One instance serves one stream; not thread-safe.
/// </summary>
public sealed class PcmMasker
{
    private readonly SampleMasker<short> _masker;

    /// <summary>Makes a masker that stands at the first frame.</summary>
    /// <param name="masks">The intervals to hide, without padding.</param>
    /// <param name="options">How; holds the padding.</param>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">Samples a frame.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive, or a channel to mask does not exist.</exception>
    public PcmMasker(Timeline masks, MaskOptions options, int sampleRateHz, int channels) =>
        _masker = new SampleMasker<short>(masks, options, sampleRateHz, channels);

    /// <summary>Frames worth showing ahead: a little more than a second.</summary>
    public int LookaheadFrames => _masker.LookaheadFrames;

    /// <summary>Shows sound that will be processed later, to measure its loudness.</summary>
    /// <param name="ahead">Whole frames that follow those shown last.</param>
    public void Look(ReadOnlySpan<short> ahead) => _masker.Look(ahead);

    /// <summary>Masks the next block in place.</summary>
    /// <param name="interleaved">Whole frames that follow those of the last block.</param>
    public void Process(Span<short> interleaved) => _masker.Process(interleaved);
}
