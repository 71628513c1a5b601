using System.Globalization;
using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Audio.Signal;
using Bleep.Synthesis.Processes;

namespace Bleep.Synthesis.Media;

/// <summary>
/// Writes sound as MP3, and as the track of a generated video, with ffmpeg. The same sound and the same version of ffmpeg give the same
/// bytes: no tags, no times.
/// </summary>
public static class MediaEncoder
{
    private static readonly string[] s_quiet = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"];
    private static readonly string[] s_plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"];

    /// <summary>Writes an MP3 file of 48 kbit/s a channel.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">ffmpeg is missing or failed.</exception>
    public static Task WriteMp3Async(Sound sound, string path, CancellationToken cancellationToken = default) => EncodeAsync(
        sound,
        wav => [.. s_quiet, "-i", wav, .. s_plain, "-c:a", "libmp3lame", "-b:a", $"{48 * sound.Channels.Count}k", "-id3v2_version", "0", path],
        cancellationToken);

    /// <summary>
    /// Writes an MP4 file: H.264 and AAC. The picture is a test pattern with a title that moves; it shows nothing of the call.
    /// </summary>
    /// <param name="sound">The sound.</param>
    /// <param name="title">Letters, digits and blanks shown in the picture.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The title has other characters.</exception>
    /// <exception cref="InvalidOperationException">ffmpeg is missing or failed.</exception>
    public static Task WriteMp4Async(Sound sound, string title, string path, CancellationToken cancellationToken = default)
    {
        // The title becomes part of a filter's text, in which other characters have a meaning.
        if (!title.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == ' '))
        {
            throw new ArgumentException("A title has letters, digits and blanks only.", nameof(title));
        }
        string seconds = sound.Duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        string picture = $"gradients=size=480x270:rate=12:speed=0.008:c0=0x16324f:c1=0x2a628f:c2=0x18435a:c3=0x3e92cc:seed=7:duration={seconds}";
        string text = $"drawtext=font=DejaVu Sans:text='{title}':fontsize=30:fontcolor=white:"
            + "x='(w-text_w)/2+(w-text_w)/2*sin(t/3)':y='(h-text_h)/2+(h-text_h)/3*sin(t/2)',format=yuv420p";
        return EncodeAsync(
            sound,
            wav =>
            [
                .. s_quiet, "-f", "lavfi", "-i", picture, "-i", wav, "-map", "0:v", "-map", "1:a", "-vf", text, .. s_plain, "-shortest",
                "-c:v", "libx264", "-preset", "slow", "-crf", "30", "-g", "120", "-threads", "1", "-c:a", "aac", "-b:a", "64k",
                "-movflags", "+faststart", path,
            ],
            cancellationToken);
    }

    private static async Task EncodeAsync(Sound sound, Func<string, IEnumerable<string>> arguments, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bleep-encode-");
        try
        {
            string wav = Path.Combine(folder.FullName, "sound.wav");
            await File.WriteAllBytesAsync(wav, WavFile.Write(sound), cancellationToken);
            var (exitCode, _, errors) = await ChildProcess.RunAsync("ffmpeg", arguments(wav), cancellationToken);
            if (exitCode != 0)
            {
                throw new InvalidOperationException($"ffmpeg ended with exit code {exitCode}: {errors.Trim()}");
            }
        }
        catch (FileNotFoundException)
        {
            throw new InvalidOperationException("ffmpeg is not installed; install it with: sudo apt-get install ffmpeg");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
