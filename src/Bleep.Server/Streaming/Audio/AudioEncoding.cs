namespace Bleep.Server.Streaming.Audio;

/// <summary>How a client sends its sound.</summary>
internal enum AudioEncoding
{
    /// <summary>16 bits a sample, signed, little-endian, mono.</summary>
    PcmS16Le,

    /// <summary>G.711 μ-law, mono.</summary>
    PcmMuLaw,

    /// <summary>Opus, one packet a message.</summary>
    Opus,

    /// <summary>Opus in Ogg.</summary>
    OggOpus,

    /// <summary>AAC in ADTS frames.</summary>
    Aac,
}
