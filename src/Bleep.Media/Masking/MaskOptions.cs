using Bleep.Transcripts;

namespace Bleep.Media.Masking;

/// <summary>How sound is masked.</summary>
public sealed record MaskOptions
{
    /// <summary>Least padding: the ramps have to fit in it.</summary>
    public static readonly TimeSpan MinPadding = TimeSpan.FromMilliseconds(10);

    private readonly TimeSpan _padding = TimeSpan.FromMilliseconds(60);
    private readonly TimeSpan _ramp = TimeSpan.FromMilliseconds(5);
    private readonly int _beepFrequencyHz = 1000;

    /// <summary>The defaults.</summary>
    public static MaskOptions Default { get; } = new();

    /// <summary>What is heard instead; a beep by default.</summary>
    public MaskStyle Style { get; init; } = MaskStyle.Beep;

    /// <summary>
    /// The part of the masked time where silence is heard whatever the style, so that nobody has to bear a beep of an hour; nothing
    /// by default. Time that is not masked stays as it is.
    /// </summary>
    public Timeline Silences { get; init; } = Timeline.Empty;

    /// <summary>Time masked before and after each interval; 60 ms by default, at least 10 ms.</summary>
    public TimeSpan Padding
    {
        get => _padding;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinPadding);
            _padding = value;
        }
    }

    /// <summary>Length of the fade at either end, inside the padding; 5 ms by default, from 0 to 10 ms.</summary>
    public TimeSpan Ramp
    {
        get => _ramp;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MinPadding);
            _ramp = value;
        }
    }

    /// <summary>Pitch of the beep in hertz; 1000 by default, from 100 to 4000.</summary>
    public int BeepFrequencyHz
    {
        get => _beepFrequencyHz;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 100);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 4000);
            _beepFrequencyHz = value;
        }
    }

    /// <summary>
    /// Zero-based channels to mask; null, the default, masks all. Another channel may carry the same voice as an echo, so a choice
    /// is for recordings whose channels are known to be apart.
    /// </summary>
    public IReadOnlyList<int>? Channels { get; init; }
}
