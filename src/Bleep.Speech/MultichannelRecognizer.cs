namespace Bleep.Speech;

/// <summary>Recognises the channels of one recording each by itself and puts their words together by time.</summary>
/// <param name="recognizer">Recognises each channel; stays the caller's to dispose.</param>
public sealed class MultichannelRecognizer(ISpeechRecognizer recognizer)
{
    /// <summary>Recognises all channels at the same time.</summary>
    /// <param name="channels">One source of sound a channel, in channel order; at least one. They are read concurrently, each by one reader.</param>
    /// <param name="options">Language and terms, the same for every channel.</param>
    /// <param name="progress">Told the length of audio that is done in all channels; may be null.</param>
    /// <param name="cancellationToken">Ends the job early.</param>
    /// <returns>
    /// The words by time. With two channels or more each word carries its 1-based channel, and that number as its speaker;
    /// with a single channel neither is known.
    /// </returns>
    /// <exception cref="SpeechException">A channel could not be recognised; the others are stopped.</exception>
    public async Task<MultichannelResult> RecognizeAsync(
        IReadOnlyList<ISpeechAudio> channels, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentOutOfRangeException.ThrowIfZero(channels.Count, nameof(channels));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var slowest = new SlowestProgress(channels.Count, progress);
        var jobs = channels.Select((audio, index) => RecognizeChannelAsync(audio, options, slowest.Channel(index), stop)).ToArray();
        var results = await Task.WhenAll(jobs);
        bool isMultichannel = channels.Count > 1;
        var words = results
            .SelectMany((result, index) => result.Words.Select(word =>
                (Word: word, Speaker: isMultichannel ? $"{index + 1}" : null, Channel: isMultichannel ? index + 1 : (int?)null)))
            .OrderBy(entry => entry.Word.Start)
            .ToArray();
        return new MultichannelResult(words)
        {
            ChannelCount = channels.Count,
            LanguageCode = results[0].LanguageCode,
            Duration = results.Max(result => result.Duration),
            Warnings = [.. results.SelectMany(result => result.Warnings).Distinct()],
        };
    }

    private async Task<RecognitionResult> RecognizeChannelAsync(
        ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan> progress, CancellationTokenSource stop)
    {
        try
        {
            return await recognizer.RecognizeAsync(audio, options, progress, stop.Token);
        }
        catch
        {
            // One lost channel loses the job; the others should not go on for nothing.
            await stop.CancelAsync();
            throw;
        }
    }

    /// <summary>The recording is done as far as its slowest channel is.</summary>
    private sealed class SlowestProgress(int channelCount, IProgress<TimeSpan>? target)
    {
        private readonly TimeSpan[] _done = new TimeSpan[channelCount];
        private readonly Lock _lock = new();
        private TimeSpan _told;

        public IProgress<TimeSpan> Channel(int index) => new ChannelProgress(this, index);

        private void Report(int index, TimeSpan done)
        {
            lock (_lock)
            {
                _done[index] = done;
                var slowest = _done.Min();
                if (slowest > _told)
                {
                    _told = slowest;
                    target?.Report(slowest);
                }
            }
        }

        private sealed class ChannelProgress(SlowestProgress owner, int index) : IProgress<TimeSpan>
        {
            public void Report(TimeSpan value) => owner.Report(index, value);
        }
    }
}
