using Bleep.Media.Processes;

namespace Bleep.Media.Encoders;

/// <summary>How masked samples become a file: which encoder, which container.</summary>
/// <param name="Extension">Usual extension of the file, without a dot.</param>
/// <param name="Muxer">ffmpeg's name of the container's writer.</param>
/// <param name="Codec">ffmpeg's name of the encoder.</param>
internal sealed record AudioTarget(string Extension, string Muxer, string Codec)
{
    // An ADTS file cannot say how much of its start is the encoder's run-up. The decoded source begins with the run-up of
    // whoever made it; taking this much away makes room for the new one, and speech stays where it was.
    private const int AacDelayFrames = 1024;

    /// <summary>Kind of the samples given to the encoder.</summary>
    public PcmSampleKind Kind { get; init; }

    /// <summary>Bits a second; zero leaves it to the encoder's quality setting.</summary>
    public long BitRate { get; init; }

    /// <summary>True when ffmpeg on most systems cannot encode it, and the codec's own library does.</summary>
    public bool IsAmr => Codec is "amr_nb" or "amr_wb";

    /// <summary>Options of the encoder.</summary>
    public IEnumerable<string> CodecArguments()
    {
        List<string> arguments = ["-c:a", Codec, "-flags:a", "+bitexact"];
        if (BitRate > 0)
        {
            arguments.AddRange(["-b:a", $"{BitRate}"]);
        }
        switch (Codec)
        {
            case "libmp3lame":
                arguments.AddRange(["-q:a", "3"]);
                break;
            case "libvorbis":
                arguments.AddRange(["-q:a", "5"]);
                break;
            case "dca" or "vorbis" or "opus":
                arguments.AddRange(["-strict", "-2"]);
                break;
            default:
                break;
        }
        if (Muxer == "adts")
        {
            arguments.AddRange(["-af", $"atrim=start_sample={AacDelayFrames},asetpts=PTS-STARTPTS"]);
        }
        return arguments;
    }

    /// <summary>Options of the container, which keep every tag out.</summary>
    public IEnumerable<string> MuxerArguments()
    {
        List<string> arguments =
        [
            "-map_metadata", "-1", "-map_metadata:s", "-1", "-map_chapters", "-1", "-fflags", "+bitexact",
        ];
        switch (Muxer)
        {
            case "mp3":
                arguments.AddRange(["-id3v2_version", "0", "-write_id3v1", "0", "-write_xing", "1"]);
                break;
            case "wav":
                arguments.AddRange(["-rf64", "auto"]);
                break;
            case "mov" or "mp4" or "ipod" or "3gp":
                arguments.AddRange(["-write_tmcd", "0", "-empty_hdlr_name", "1"]);
                break;
            default:
                break;
        }
        arguments.AddRange(["-f", Muxer]);
        return arguments;
    }
}
