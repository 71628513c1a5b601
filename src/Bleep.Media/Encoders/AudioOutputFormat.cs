namespace Bleep.Media.Encoders;

/// <summary>Format of masked sound.</summary>
public enum AudioOutputFormat
{
    /// <summary>MP3 at the rate of the source, or the nearest that MP3 has; one or two channels.</summary>
    Mp3,

    /// <summary>WAV with rate and channels of the source; more than 16 bits a sample only if the source has them.</summary>
    Wav,

    /// <summary>Container and codec family of the source.</summary>
    Original,
}
