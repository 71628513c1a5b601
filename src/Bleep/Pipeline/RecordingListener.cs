using Bleep.Media;
using Bleep.Speech;
using Bleep.Transcripts;
using Bleep.Verification;

namespace Bleep.Pipeline;

/// <summary>Recognises a recording: each channel of a stereo one by itself, everything else mixed down.</summary>
/// <param name="recognizer">The engine; stays the caller's to dispose.</param>
public sealed class RecordingListener(ISpeechRecognizer recognizer)
{
    /// <summary>
    /// Silence that ends a turn where speakers share a channel: short enough that question and answer come apart, which detection
    /// lives on.
    /// </summary>
    internal static readonly TimeSpan MixedTurnPause = TimeSpan.FromSeconds(0.4);

    /// <summary>Silence that ends a turn where each speaker has a channel.</summary>
    private static readonly TimeSpan s_channelTurnPause = TimeSpan.FromSeconds(0.8);

    private readonly MultichannelRecognizer _channels = new(recognizer);

    /// <summary>What recognises.</summary>
    public EngineInfo Engine => recognizer.Info;

    /// <summary>Recognises the whole recording.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="options">Language and terms.</param>
    /// <param name="progress">Told the length of audio that is done; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="windows">The only times to listen to; null for all.</param>
    /// <returns>The transcript and what the engine could not honour.</returns>
    public async Task<(Transcript Transcript, IReadOnlyList<string> Warnings)> ListenAsync(
        MediaFile file, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken, Timeline? windows = null)
    {
        bool isStereo = file.Info.AudioTracks[0].Channels == 2 && !await StereoCheck.HasIdenticalChannelsAsync(file, cancellationToken);
        var sources = new List<PcmSpeechAudio>();
        try
        {
            int?[] channels = isStereo ? [0, 1] : [null];
            foreach (int? channel in channels)
            {
                sources.Add(await PcmSpeechAudio.OpenAsync(file, channel, cancellationToken));
            }
            ISpeechAudio[] audible = [.. sources.Select(source => windows is null ? (ISpeechAudio)source : new WindowedAudio(source, windows))];
            var result = await _channels.RecognizeAsync(audible, options, progress, cancellationToken);
            var transcript = new Transcript(Transcript.GroupIntoTurns(result.Words, result.ChannelCount > 1 ? s_channelTurnPause : MixedTurnPause))
            {
                LanguageCode = result.LanguageCode,
                Duration = result.Duration,
                ChannelCount = result.ChannelCount,
                IsFormatted = recognizer.Info.Can(EngineCapabilities.Punctuation),
            };
            return (transcript, result.Warnings);
        }
        finally
        {
            foreach (var source in sources)
            {
                await source.DisposeAsync();
            }
        }
    }
}
