using Bleep.Media.Encoders.Amr;
using Bleep.Media.Processes;

namespace Bleep.Media.Encoders;

/// <summary>How masked samples become a file: which encoder, which container.</summary>
/// <param name="Extension">Usual extension of the file, without a dot.</param>
/// <param name="Muxer">ffmpeg's name of the container's writer.</param>
/// <param name="Codec">ffmpeg's name of the encoder.</param>
internal sealed record AudioTarget(string Extension, string Muxer, string Codec)
{
    /// <summary>Kind of the samples given to the encoder.</summary>
    public PcmSampleKind Kind { get; init; }

    /// <summary>Bits a second; zero leaves it to the encoder's quality setting.</summary>
    public long BitRate { get; init; }

    /// <summary>True when the codec's own library encodes, as most builds of ffmpeg do not.</summary>
    public bool IsAmr => Codec is "amr_nb" or "amr_wb";

    // Neither ADTS nor Matroska says how much of the start is the encoder's run-up, but for Opus. The decoded source begins with
    // the run-up of whoever made it; taking this much away makes room for the new one, and speech stays where it was.
    private int UnsignalledDelayFrames => (Muxer, Codec) switch
    {
        ("adts" or "matroska", "aac") => 1024,
        ("matroska", "libmp3lame") => 1105,
        ("matroska", "ac3" or "eac3") => 256,
        ("matroska", "mp2") => 481,
        _ => 0,
    };

    // Seconds by which these encoders start before the sound. Matroska tells players so, but ffmpeg would put the picture off by as
    // much unless the sound comes later by it.
    private string? RunUp => Codec switch
    {
        "libopus" => "0.0065",
        "libvorbis" => "(128/SR)",
        _ => null,
    };

    /// <summary>Options of the input that comes through standard input.</summary>
    public IEnumerable<string> InputArguments(int sampleRateHz, int channels) => IsAmr
        ? ["-f", "amr", "-protocol_whitelist", "pipe", "-i", "pipe:0"]
        : ["-f", Kind.RawFormat(), "-ar", $"{sampleRateHz}", "-ac", $"{channels}", "-protocol_whitelist", "pipe", "-i", "pipe:0"];

    /// <summary>Starts what takes the samples.</summary>
    /// <param name="arguments">The whole command line of ffmpeg.</param>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="limits">What it may use.</param>
    public ISampleSink Start(IEnumerable<string> arguments, MediaTools tools, MediaLimits limits)
    {
        var process = EncoderProcess.Start(arguments, tools, limits);
        return IsAmr ? new AmrSink(process, isWide: Codec == "amr_wb") : process;
    }

    /// <summary>Options of the encoder.</summary>
    public IEnumerable<string> CodecArguments()
    {
        if (IsAmr)
        {
            return ["-c:a", "copy"];
        }
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
        if (UnsignalledDelayFrames > 0)
        {
            arguments.AddRange(["-af", $"atrim=start_sample={UnsignalledDelayFrames}"]);
        }
        else if (Muxer is "matroska" or "webm" && RunUp is { } runUp)
        {
            arguments.AddRange(["-af", $"asetpts=PTS+{runUp}/TB"]);
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
