namespace Bleep.Media;

/// <summary>The container of a media file, told by its bytes and never by its name.</summary>
public enum ContainerFormat
{
    /// <summary>RIFF WAVE or RF64.</summary>
    Wav,

    /// <summary>MPEG audio frames, with or without ID3.</summary>
    Mp3,

    /// <summary>AAC in ADTS frames.</summary>
    Aac,

    /// <summary>Native FLAC.</summary>
    Flac,

    /// <summary>Ogg with Vorbis, Opus, FLAC or Speex.</summary>
    Ogg,

    /// <summary>AMR storage format, narrow-band.</summary>
    Amr,

    /// <summary>AMR storage format, wide-band.</summary>
    AmrWb,

    /// <summary>ISO media whose brand says audio only.</summary>
    M4a,

    /// <summary>ISO media (MP4).</summary>
    Mp4,

    /// <summary>QuickTime.</summary>
    Mov,

    /// <summary>3GPP or 3GPP2.</summary>
    ThreeGp,

    /// <summary>Matroska.</summary>
    Matroska,

    /// <summary>WebM.</summary>
    WebM,
}
