namespace Bleep.Speech.Hosting.Protocol;

/// <summary>One message between the pool and an engine host.</summary>
/// <param name="Kind">What it carries.</param>
/// <param name="Job">Number of the piece or utterance it belongs to; 0 before any.</param>
/// <param name="Payload">Its body, at most <see cref="MaxPayloadBytes"/>.</param>
internal readonly record struct Frame(FrameKind Kind, uint Job, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Bytes before the payload: its length (4, little-endian), the kind (1), the job (4, little-endian).</summary>
    public const int HeaderBytes = 9;

    /// <summary>Largest body; a longer one is no frame of ours.</summary>
    public const int MaxPayloadBytes = 1 << 20;

    /// <summary>Samples of one <see cref="FrameKind.Audio"/> frame at most: two seconds.</summary>
    public const int MaxSamples = 2 * ISpeechAudio.RequiredSampleRateHz;
}
