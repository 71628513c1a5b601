using Bleep.Media;
using Bleep.Speech;
using Bleep.Transcripts;
using Bleep.Verification;

namespace Bleep.Pipeline;

/// <summary>Recognises a recording, its channels apart or mixed down.</summary>
/// <param name="recognizer">The engine; stays the caller's to dispose.</param>
public sealed class RecordingListener(ISpeechRecognizer recognizer)
{
    /// <summary>Most channels that are listened to each by itself.</summary>
    public const int MaxChannels = 32;

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

    /// <summary>Whether channels are listened to each by itself; default <see cref="ChannelMode.Auto"/>.</summary>
    public ChannelMode Channels { get; init; }

    /// <summary>Recognises the recording.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="options">Language and terms.</param>
    /// <param name="progress">Told the length of audio that is done; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="windows">The only times to listen to; null for all.</param>
    /// <returns>The transcript and what the engine could not honour.</returns>
    /// <exception cref="RedactionException">The recording has more channels than can be listened to apart.</exception>
    public async Task<(Transcript Transcript, IReadOnlyList<string> Warnings)> ListenAsync(
        MediaFile file, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken, Timeline? windows = null)
    {
        int apart = await CountChannelsAsync(file, cancellationToken);
        var sources = new List<PcmSpeechAudio>();
        try
        {
            IEnumerable<int?> channels = apart == 0 ? [null] : Enumerable.Range(0, apart).Select(channel => (int?)channel);
            foreach (int? channel in channels)
            {
                sources.Add(await PcmSpeechAudio.OpenAsync(file, channel, cancellationToken));
            }
            ISpeechAudio[] audible = [.. sources.Select(source => windows is null ? (ISpeechAudio)source : new WindowedAudio(source, windows))];
            var result = await _channels.RecognizeAsync(audible, options, progress, cancellationToken);
            // A single channel that was asked for by itself has its number too.
            var words = apart == 1 ? result.Words.Select(entry => (entry.Word, (string?)"1", (int?)1)) : result.Words;
            var transcript = new Transcript(Transcript.GroupIntoTurns(words, apart > 0 ? s_channelTurnPause : MixedTurnPause))
            {
                LanguageCode = result.LanguageCode,
                Duration = windows is null ? result.Duration : file.Info.Duration,
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

    /// <summary>Number of channels to listen to apart; 0 to mix them down.</summary>
    private async Task<int> CountChannelsAsync(MediaFile file, CancellationToken cancellationToken)
    {
        int channels = file.Info.AudioTracks[0].Channels;
        return Channels switch
        {
            ChannelMode.Apart => channels <= MaxChannels
                ? channels
                : throw new RedactionException($"the recording has more than {MaxChannels} channels, which cannot be listened to apart"),
            ChannelMode.Auto => channels == 2 && !await StereoCheck.HasIdenticalChannelsAsync(file, cancellationToken) ? channels : 0,
            _ => 0,
        };
    }
}
