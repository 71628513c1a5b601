namespace Bleep.Media;

/// <summary>A sound track as its header describes it.</summary>
/// <param name="Index">Position among all tracks of the file.</param>
/// <param name="Codec">ffmpeg's name of the codec: <c>mp3</c>, <c>pcm_s16le</c>, <c>opus</c>…</param>
/// <param name="SampleRateHz">Frames a second after decoding.</param>
/// <param name="Channels">Channels after decoding.</param>
public sealed record AudioTrack(int Index, string Codec, int SampleRateHz, int Channels)
{
    /// <summary>ffmpeg's name of the decoder's sample format, <c>s16</c>, <c>fltp</c>…; empty when unknown.</summary>
    internal string SampleFormat { get; init; } = "";

    /// <summary>Bits of a sample that carry sound; zero when unknown.</summary>
    internal int BitsPerSample { get; init; }

    /// <summary>Bits a second of the coded sound; zero when unknown.</summary>
    internal long BitRate { get; init; }
}
