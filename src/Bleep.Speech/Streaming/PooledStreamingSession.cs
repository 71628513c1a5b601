using System.Threading.Channels;
using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Segmentation;

namespace Bleep.Speech.Streaming;

/// <summary>
/// A live session on an engine host. Writers fill a bounded queue; one loop takes from it, finds utterances, has the host hear them and
/// puts out events. Only audio of utterances reaches the host.
/// </summary>
internal sealed class PooledStreamingSession : IStreamingSession
{
    /// <summary>Blocks the writer may be ahead of the engine: 10 s.</summary>
    private const int MaxQueuedBlocks = 100;

    /// <summary>Samples of a block: 100 ms.</summary>
    private const int BlockSamples = ISpeechAudio.RequiredSampleRateHz / 10;

    /// <summary>Events nobody has read, at most; then the session waits for its reader.</summary>
    private const int MaxUnreadEvents = 256;

    private readonly EngineHostPool _pool;
    private readonly EngineSpec _spec;
    private readonly JobMessage _message;
    private readonly StreamingOptions _options;
    private readonly LiveEndpointer _endpointer;
    private readonly LiveLookBack _lookBack = new();
    private readonly Channel<Item> _input =
        Channel.CreateBounded<Item>(new BoundedChannelOptions(MaxQueuedBlocks) { SingleReader = true, SingleWriter = false });
    private readonly Channel<RecognitionEvent> _events =
        Channel.CreateBounded<RecognitionEvent>(new BoundedChannelOptions(MaxUnreadEvents) { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _disposing = new();
    private readonly Task _loop;
    private HostLease _lease;
    private LiveUtterance? _utterance;
    private WordsMessage? _lastPartial;
    private int _utteranceNumber;
    private long _samplesHeard;
    private long _samplesReported;
    private TimeSpan _lastSpeechEnd;
    private int _isDisposed;

    /// <summary>Begins the session.</summary>
    /// <param name="lease">A host with the engine loaded; the session's from now on.</param>
    /// <param name="pool">Gives another host when this one dies.</param>
    /// <param name="spec">What the host has loaded.</param>
    /// <param name="message">Language and terms.</param>
    /// <param name="options">Settings, checked.</param>
    public PooledStreamingSession(HostLease lease, EngineHostPool pool, EngineSpec spec, JobMessage message, StreamingOptions options)
    {
        _lease = lease;
        _pool = pool;
        _spec = spec;
        _message = message;
        _options = options;
        _endpointer = new LiveEndpointer(options.EndSilence, options.MaxUtterance);
        _loop = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken)
    {
        while (!samples.IsEmpty)
        {
            var block = samples[..Math.Min(samples.Length, BlockSamples)];
            samples = samples[block.Length..];
            await PutAsync(new Item(block.ToArray(), EndsUtterance: false), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask EndUtteranceAsync(CancellationToken cancellationToken) => PutAsync(new Item([], EndsUtterance: true), cancellationToken);

    /// <inheritdoc/>
    public ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        _input.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RecognitionEvent> ReadEventsAsync(CancellationToken cancellationToken) =>
        _events.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _disposing.CancelAsync();
            await _loop;
            _disposing.Dispose();
        }
    }

    private async ValueTask PutAsync(Item item, CancellationToken cancellationToken)
    {
        try
        {
            await _input.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new InvalidOperationException("the session is over", closed);
        }
    }

    private async Task RunAsync()
    {
        Exception? error = null;
        try
        {
            await foreach (var item in _input.Reader.ReadAllAsync(_disposing.Token))
            {
                await HearAsync(item.Samples, _disposing.Token);
                if (item.EndsUtterance)
                {
                    _endpointer.End();
                    await FinishUtteranceAsync(_disposing.Token);
                    await ReportSilenceAsync(TimeSpan.Zero, _disposing.Token);
                }
            }
            await HearAsync(_lookBack.Rest(), _disposing.Token);
            await FinishUtteranceAsync(_disposing.Token);
            _lease.Keep();
        }
        catch (HostFailure failure)
        {
            error = new SpeechException(failure.Kind, $"{failure.Message}, twice, on live audio", failure);
        }
        catch (OperationCanceledException) when (_disposing.IsCancellationRequested)
        {
            // Nobody wants to know any more.
        }
        catch (Exception exception)
        {
            error = exception;
        }
        await _lease.DisposeAsync();
        _input.Writer.TryComplete();
        _events.Writer.TryComplete(error);
    }

    private async ValueTask HearAsync(short[] samples, CancellationToken cancellationToken)
    {
        foreach (var frame in _lookBack.Add(samples))
        {
            _samplesHeard += frame.Length;
            var change = _endpointer.Accept(FrameEnergy.Measure(frame.Span));
            if (change == EndpointChange.Begin)
            {
                _utterance = new LiveUtterance(_samplesHeard - _lookBack.KeptSamples);
                _utterance.Append(_lookBack.Kept());
            }
            else
            {
                _utterance?.Append(frame.Span);
            }
            if (change == EndpointChange.End)
            {
                await FinishUtteranceAsync(cancellationToken);
            }
        }
        bool isDue = _utterance is not null && SampleTime.Of(_utterance.Pending) >= _options.PartialInterval;
        if ((isDue && !_input.Reader.TryPeek(out _)) || _utterance?.Pending >= Frame.MaxSamples)
        {
            await SendAsync(_utterance!, cancellationToken);
        }
        await ReportSilenceAsync(_options.PartialInterval, cancellationToken);
    }

    private async ValueTask ReportSilenceAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        if (!_options.ReportsSilence || _utterance is not null || SampleTime.Of(_samplesHeard - _samplesReported) < interval)
        {
            return;
        }
        _samplesReported = _samplesHeard;
        await _events.Writer.WriteAsync(
            new RecognitionEvent(_utteranceNumber, IsFinal: false, [])
            {
                AudioHeard = SampleTime.Of(_samplesHeard),
                SpeechEnd = _lastSpeechEnd,
                SettledUntil = SampleTime.Of(_samplesHeard - _lookBack.KeptSamples),
            },
            cancellationToken);
    }

    private async Task SendAsync(LiveUtterance utterance, CancellationToken cancellationToken)
    {
        var heard = await TryTwiceAsync(
            utterance, host => utterance.SendAsync(host, _message, _pool.Options.ReplyTimeout, cancellationToken), cancellationToken);
        if (heard is not null && (_lastPartial is null || !heard.Words.SequenceEqual(_lastPartial.Words)))
        {
            _lastPartial = heard;
            await PutOutAsync(utterance, heard, isFinal: false, cancellationToken);
        }
    }

    private async Task FinishUtteranceAsync(CancellationToken cancellationToken)
    {
        if (_utterance is not { } utterance)
        {
            return;
        }
        _utterance = null;
        _lastPartial = null;
        _lookBack.Forget();
        var heard = await TryTwiceAsync(utterance, async host =>
        {
            await utterance.SendAsync(host, _message, _pool.Options.ReplyTimeout, cancellationToken);
            return await LiveUtterance.EndAsync(host, _pool.Options.ReplyTimeout, cancellationToken);
        }, cancellationToken);
        await PutOutAsync(utterance, heard, isFinal: true, cancellationToken);
        _utteranceNumber++;
    }

    /// <summary>When the host dies the utterance is heard again from its start by a fresh one; a second death ends the session.</summary>
    private async Task<T> TryTwiceAsync<T>(LiveUtterance utterance, Func<EngineHost, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(_lease.Host);
        }
        catch (HostFailure) when (!utterance.IsSecondTry)
        {
            await _lease.DisposeAsync();
            _lease = await _pool.LeaseLiveAsync(_spec, isFresh: true, cancellationToken);
            utterance.Restart();
            return await work(_lease.Host);
        }
    }

    private ValueTask PutOutAsync(LiveUtterance utterance, WordsMessage heard, bool isFinal, CancellationToken cancellationToken)
    {
        var origin = SampleTime.Of(utterance.StartSample);
        var quiet = FrameEnergy.ToTime(_endpointer.QuietFrames);
        var audioHeard = SampleTime.Of(_samplesHeard);
        _samplesReported = _samplesHeard;
        _lastSpeechEnd = audioHeard - quiet;
        return _events.Writer.WriteAsync(
            new RecognitionEvent(_utteranceNumber, isFinal, [.. heard.Words.Select(word => word.ToWord(origin))])
            {
                AudioHeard = audioHeard,
                SpeechEnd = _lastSpeechEnd,
                SettledUntil = isFinal ? audioHeard : origin,
            },
            cancellationToken);
    }

    private readonly record struct Item(short[] Samples, bool EndsUtterance);
}
