using Bleep.Media.Encoders.Amr;
using Bleep.Media.Processes;

namespace Bleep.Media.Encoders;

/// <summary>Chooses how masked sound is written.</summary>
internal static class AudioTargets
{
    /// <summary>Target for sound alone.</summary>
    public static AudioTarget ForAudio(MediaInfo info, AudioOutputFormat format) => format switch
    {
        AudioOutputFormat.Mp3 => new AudioTarget("mp3", "mp3", "libmp3lame"),
        AudioOutputFormat.Wav => Wav(info.AudioTracks[0]),
        _ => Original(info),
    };

    /// <summary>Target for a container that also holds the picture of the source.</summary>
    public static AudioTarget ForVideo(MediaInfo info) => Original(info);

    private static AudioTarget Wav(AudioTrack track)
    {
        var kind = KindOf(track);
        var codec = kind switch
        {
            PcmSampleKind.Int32 => track.BitsPerSample is > 16 and <= 24 ? "pcm_s24le" : "pcm_s32le",
            PcmSampleKind.Float => "pcm_f32le",
            _ => "pcm_s16le",
        };
        return new AudioTarget("wav", "wav", codec) { Kind = kind };
    }

    private static AudioTarget Original(MediaInfo info)
    {
        var track = info.AudioTracks[0];
        var (extension, muxer) = ContainerOf(info);
        var codec = CodecOf(track, muxer);
        return new AudioTarget(extension, muxer, codec)
        {
            Kind = IsLossless(codec) ? KindOf(track) : PcmSampleKind.Int16,
            BitRate = BitRateOf(codec, track),
        };
    }

    private static (string Extension, string Muxer) ContainerOf(MediaInfo info) => info.Format switch
    {
        ContainerFormat.Wav => ("wav", "wav"),
        ContainerFormat.Mp3 => ("mp3", "mp3"),
        ContainerFormat.Aac => ("aac", "adts"),
        ContainerFormat.Flac => ("flac", "flac"),
        ContainerFormat.Ogg => ("ogg", "ogg"),
        ContainerFormat.Amr => ("amr", "amr"),
        ContainerFormat.AmrWb => ("awb", "amr"),
        ContainerFormat.M4a => ("m4a", "ipod"),
        ContainerFormat.Mov => ("mov", "mov"),
        ContainerFormat.ThreeGp => ("3gp", "3gp"),
        ContainerFormat.Matroska => (info.HasVideo ? "mkv" : "mka", "matroska"),
        ContainerFormat.WebM => ("webm", "webm"),
        _ => ("mp4", "mp4"),
    };

    // The source's own family where its container can hold what we can write; otherwise what the container is known for.
    private static string CodecOf(AudioTrack track, string muxer)
    {
        var encoder = track.Codec switch
        {
            "mp3" or "mp1" => "libmp3lame",
            "mp2" when muxer == "mp3" => "libmp3lame",
            "opus" => "libopus",
            "vorbis" => "libvorbis",
            "pcm_f64le" => "pcm_f32le",
            "pcm_f64be" => "pcm_f32be",
            "amr_nb" or "amr_wb" => Amr(track, muxer),
            _ => track.Codec,
        };
        return CanHold(muxer, encoder) ? encoder : muxer switch
        {
            "wav" => "pcm_s16le",
            "ogg" or "webm" => "libopus",
            "flac" => "flac",
            "mp3" => "libmp3lame",
            _ => "aac",
        };
    }

    private static bool CanHold(string muxer, string encoder) => muxer switch
    {
        "wav" => encoder is "pcm_u8" or "pcm_s16le" or "pcm_s24le" or "pcm_s32le" or "pcm_f32le" or "pcm_mulaw" or "pcm_alaw",
        "mp3" => encoder is "libmp3lame",
        "adts" => encoder is "aac",
        "flac" => encoder is "flac",
        "ogg" => encoder is "libopus" or "libvorbis" or "flac",
        "webm" => encoder is "libopus" or "libvorbis",
        "amr" => encoder is "amr_nb" or "amr_wb" or "libopencore_amrnb" or "libvo_amrwbenc",
        "3gp" => encoder is "aac" or "amr_nb" or "amr_wb",
        "ipod" => encoder is "aac" or "alac",
        "mp4" => encoder is "aac" or "libmp3lame" or "mp2" or "alac" or "ac3" or "eac3" or "libopus" or "flac",
        "mov" => encoder is "aac" or "libmp3lame" or "mp2" or "alac" or "ac3" or "eac3" or "amr_nb" or "amr_wb" or "pcm_u8" or "pcm_s8"
            or "pcm_s16le" or "pcm_s16be" or "pcm_s24le" or "pcm_s24be" or "pcm_s32le" or "pcm_s32be" or "pcm_f32le" or "pcm_f32be"
            or "pcm_mulaw" or "pcm_alaw",
        "matroska" => encoder is "aac" or "libmp3lame" or "mp2" or "alac" or "ac3" or "eac3" or "libopus" or "libvorbis" or "flac"
            or "pcm_u8" or "pcm_s16le" or "pcm_s24le" or "pcm_s32le" or "pcm_f32le",
        _ => false,
    };

    private static string Amr(AudioTrack track, string muxer)
    {
        bool isWide = track.Codec == "amr_wb";
        bool fits = track.Channels == 1 && track.SampleRateHz == (isWide ? 16000 : 8000);
        // A bare AMR file can hold nothing else, and some builds of ffmpeg do have the encoder. Other containers take AAC.
        return fits && AmrLibrary.IsInstalled(isWide) ? track.Codec
            : muxer != "amr" ? "aac"
            : isWide ? "libvo_amrwbenc" : "libopencore_amrnb";
    }

    private static bool IsLossless(string codec) =>
        codec is "flac" or "alac" || codec.StartsWith("pcm_", StringComparison.Ordinal);

    private static PcmSampleKind KindOf(AudioTrack track) => track.SampleFormat switch
    {
        // Decoders of lossy formats also hand out floats; there the finer steps mean nothing.
        "flt" or "dbl" when track.Codec.StartsWith("pcm_f", StringComparison.Ordinal) => PcmSampleKind.Float,
        "s32" or "s32p" => PcmSampleKind.Int32,
        _ => PcmSampleKind.Int16,
    };

    // Never much below what speech needs with these encoders, never far above the source.
    private static long BitRateOf(string codec, AudioTrack track)
    {
        double breadth = Math.Clamp(track.SampleRateHz / 44100.0, 0.4, 1);
        int channels = track.Channels;
        long Within(double low, double high, double usual) =>
            (long)Math.Clamp(track.BitRate > 0 ? track.BitRate : usual * channels, low * channels, high * channels);
        return codec switch
        {
            "aac" => Within(64_000 * breadth, 160_000 * breadth, 96_000 * breadth),
            "libopus" => Within(24_000, 96_000, 48_000),
            _ => 0,
        };
    }
}
