using System.Buffers;

namespace Bleep.Speech.Segmentation;

/// <summary>A stretch of audio that is recognised by itself. Owns its samples until disposed.</summary>
internal sealed class AudioPiece : IDisposable
{
    /// <summary>
    /// Arrays are rented at the length of the longest usual piece, whatever the piece: arrays of many sizes would each be kept for
    /// themselves, and memory would grow for as long as a recording is read.
    /// </summary>
    private const int UsualLength = 25 * ISpeechAudio.RequiredSampleRateHz;

    private short[]? _samples;
    private readonly int _length;

    /// <summary>Copies a stretch of audio.</summary>
    /// <param name="startSample">Index of its first sample in the recording.</param>
    /// <param name="samples">Its samples.</param>
    public AudioPiece(long startSample, ReadOnlySpan<short> samples)
    {
        StartSample = startSample;
        _length = samples.Length;
        _samples = ArrayPool<short>.Shared.Rent(Math.Max(UsualLength, samples.Length));
        samples.CopyTo(_samples);
    }

    /// <summary>Index of the first sample in the recording.</summary>
    public long StartSample { get; }

    /// <summary>The samples.</summary>
    public ReadOnlyMemory<short> Samples =>
        (_samples ?? throw new ObjectDisposedException(nameof(AudioPiece))).AsMemory(0, _length);

    /// <summary>Where the piece begins in the recording.</summary>
    public TimeSpan Start => SampleTime.Of(StartSample);

    /// <summary>Where the piece ends in the recording.</summary>
    public TimeSpan End => SampleTime.Of(StartSample + _length);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_samples is { } samples)
        {
            _samples = null;
            ArrayPool<short>.Shared.Return(samples, clearArray: true);
        }
    }
}
