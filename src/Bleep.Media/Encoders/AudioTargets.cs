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
        var codec = CodecOf(track, info.Format);
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

    private static string CodecOf(AudioTrack track, ContainerFormat format) => track.Codec switch
    {
        "mp3" or "mp2" or "mp1" when format == ContainerFormat.Mp3 => "libmp3lame",
        "mp3" => "libmp3lame",
        "aac" or "flac" or "alac" or "ac3" or "eac3" or "mp2" => track.Codec,
        "opus" => "libopus",
        "vorbis" => "libvorbis",
        "amr_nb" or "amr_wb" => Amr(track, format),
        "pcm_f64le" or "pcm_f64be" => "pcm_f32le",
        _ when IsWritablePcm(track.Codec) => track.Codec,
        _ => format switch
        {
            ContainerFormat.Wav => "pcm_s16le",
            ContainerFormat.Ogg or ContainerFormat.WebM => "libopus",
            _ => "aac",
        },
    };

    private static string Amr(AudioTrack track, ContainerFormat format)
    {
        bool isWide = track.Codec == "amr_wb";
        bool fits = track.Channels == 1 && track.SampleRateHz == (isWide ? 16000 : 8000);
        if (fits && AmrLibrary.IsInstalled(isWide))
        {
            return track.Codec;
        }
        // A bare AMR file can hold nothing else; some builds of ffmpeg do have the encoder. 3GP and others take AAC as well.
        return format is not (ContainerFormat.Amr or ContainerFormat.AmrWb) ? "aac" : isWide ? "libvo_amrwbenc" : "libopencore_amrnb";
    }

    private static bool IsWritablePcm(string codec) => codec is "pcm_u8" or "pcm_s8" or "pcm_s16le" or "pcm_s16be" or "pcm_s24le"
        or "pcm_s24be" or "pcm_s32le" or "pcm_s32be" or "pcm_f32le" or "pcm_f32be" or "pcm_mulaw" or "pcm_alaw";

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
