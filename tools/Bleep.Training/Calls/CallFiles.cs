using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Audio.Signal;
using Bleep.Synthesis.Media;
using Bleep.Synthesis.Truth;

namespace Bleep.Training.Calls;

/// <summary>The files of a recorded call.</summary>
internal static class CallFiles
{
    /// <summary>Writes the sound as WAV, the truth and the transcript, and a video when wanted.</summary>
    public static async Task WriteAsync(CallRecording recording, DirectoryInfo folder, bool withVideo, CancellationToken cancellationToken)
    {
        string name = Path.Combine(folder.FullName, recording.Truth.Id);
        await File.WriteAllBytesAsync($"{name}.wav", WavFile.Write(recording.Sound), cancellationToken);
        await WriteTruthAsync(recording.Truth, folder, $"{recording.Truth.Id}.wav", cancellationToken);
        if (withVideo)
        {
            await MediaEncoder.WriteMp4Async(recording.Sound, "Generated call", $"{name}.mp4", cancellationToken);
        }
    }

    /// <summary>Writes the truth and the transcript.</summary>
    public static async Task WriteTruthAsync(CallTruth truth, DirectoryInfo folder, string audioFile, CancellationToken cancellationToken)
    {
        string name = Path.Combine(folder.FullName, truth.Id);
        await File.WriteAllBytesAsync($"{name}.truth.json", TruthJson.Write(truth), cancellationToken);
        await File.WriteAllBytesAsync($"{name}.transcript.json", TranscriptJson.Write(truth, audioFile), cancellationToken);
    }
}
