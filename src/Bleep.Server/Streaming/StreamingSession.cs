using System.Text.Json;
using Bleep.Live;
using Bleep.Media;
using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;
using Bleep.Pii.Languages;
using Bleep.Pii.Redaction;
using Bleep.Pipeline;
using Bleep.Server.Streaming.Messages;
using Bleep.Speech;
using Bleep.Transcripts;

namespace Bleep.Server.Streaming;

/// <summary>
/// One session: reads the client's messages, takes its sound to the engine, and tells what the engine hears. Two tasks, one for each
/// direction; whichever ends first ends the session.
/// </summary>
internal sealed class StreamingSession
{
    // The tracker waits longer where a client asks for it; the engine's own pause only cuts utterances.
    private static readonly TimeSpan s_maxEnginePause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan s_minEnginePause = TimeSpan.FromMilliseconds(100);

    private readonly ClientSocket _socket;
    private readonly StreamingParameters _parameters;
    private readonly IStreamingRecognizer _recognizer;
    private readonly MediaTools _tools;
    private readonly TimeSpan _maxLength;
    private readonly TimeProvider _clock;
    private readonly TurnTracker _tracker;
    private readonly TurnSender _turns;
    private readonly RedactedSound? _sound;
    private readonly bool _isFormatted;

    /// <param name="socket">The client; stays the caller's to dispose.</param>
    /// <param name="parameters">What it asked for.</param>
    /// <param name="recognizer">The engine.</param>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="maxLength">Longest session.</param>
    /// <param name="clock">The clock.</param>
    public StreamingSession(
        ClientSocket socket, StreamingParameters parameters, IStreamingRecognizer recognizer, MediaTools tools, TimeSpan maxLength, TimeProvider clock)
    {
        _socket = socket;
        _parameters = parameters;
        _recognizer = recognizer;
        _tools = tools;
        _maxLength = maxLength;
        _clock = clock;
        _isFormatted = recognizer.Info.Can(EngineCapabilities.Punctuation);
        _tracker = new TurnTracker(new EndOfTurn(SpokenWords.For(parameters.Language)), parameters.Turns);
        var substitution = Substitution.TryParse(parameters.Substitution, out var named)
            ? named
            : throw new ArgumentException("the substitution was not checked", nameof(parameters));
        var finder = parameters.Policies is null
            ? null
            : new PersonalDataFinder(new PiiDetectorOptions { Policies = parameters.Policies, Language = parameters.Language });
        var formatting = new FormatOptions { FilterProfanity = parameters.FiltersProfanity };
        _turns = new TurnSender(socket, new LiveRedactor(finder, substitution, formatting), parameters.Partials);
        _sound = parameters.RedactedAudioDelay is null ? null : new RedactedSound(socket, parameters);
    }

    /// <summary>Serves the client until it is done. Its <c>Begin</c> was sent.</summary>
    /// <param name="cancellationToken">Ends the session.</param>
    /// <exception cref="StreamingException">The session ends before its time.</exception>
    /// <exception cref="ClientGoneException">The client is gone.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long begun = _clock.GetTimestamp();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var engine = OpenAsync(over.Token);
        var intake = new AudioIntake(_parameters, _tools, engine, _sound);
        var receiving = ReceiveAsync(intake, engine, over.Token);
        var listening = ListenAsync(engine, over.Token);
        var deadline = Task.Delay(_maxLength, _clock, over.Token);
        try
        {
            bool isDone = await ServeAsync(receiving, listening, deadline);
            if (isDone)
            {
                long seconds = Ceiling(_clock.GetElapsedTime(begun));
                await _socket.SendAsync(new TerminationMessage(Ceiling(intake.Length), seconds), StreamingJson.Default.TerminationMessage);
                await _socket.CloseAsync(1000, "");
            }
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(Quietly(receiving), Quietly(listening), Quietly(deadline));
            await intake.DisposeAsync();
            await CloseEngineAsync(engine);
            _sound?.Dispose();
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>True when the client said that it is done, false when it just closed.</returns>
    private static async Task<bool> ServeAsync(Task<bool> receiving, Task listening, Task deadline)
    {
        var first = await Task.WhenAny(receiving, listening, deadline);
        if (first == deadline)
        {
            await deadline;
            throw new StreamingException(StreamingErrors.TooLong, "The session has reached its longest duration");
        }
        if (first == listening)
        {
            // The engine's end comes first only when it fails, or in the moment after the client was done.
            await listening;
            return await receiving;
        }
        if (!await receiving)
        {
            return false;
        }
        if (await Task.WhenAny(listening, deadline) == deadline)
        {
            await deadline;
            throw new StreamingException(StreamingErrors.TooLong, "The session has reached its longest duration");
        }
        await listening;
        return true;
    }

    private async Task<IStreamingSession> OpenAsync(CancellationToken cancellationToken)
    {
        var pause = _parameters.Turns.MinSilence;
        var options = new StreamingOptions
        {
            Language = _parameters.Language,
            Keyterms = _parameters.Keyterms,
            EndSilence = pause < s_minEnginePause ? s_minEnginePause : pause > s_maxEnginePause ? s_maxEnginePause : pause,
            ReportsSilence = true,
        };
        try
        {
            return await _recognizer.OpenAsync(options, cancellationToken);
        }
        catch (SpeechException error)
        {
            throw ErrorOf(error);
        }
    }

    private async Task<bool> ReceiveAsync(AudioIntake intake, Task<IStreamingSession> engine, CancellationToken cancellationToken)
    {
        while (true)
        {
            ClientFrame? frame;
            try
            {
                frame = await _socket.ReceiveAsync(_parameters.InactivityTimeout, cancellationToken);
            }
            catch (TimeoutException)
            {
                throw new StreamingException(StreamingErrors.Input, "Session cancelled due to inactivity");
            }
            if (frame is not { } message)
            {
                return false;
            }
            if (!message.IsText)
            {
                await intake.AddAsync(message.Content, cancellationToken);
                continue;
            }
            switch (Read(message.Content.Span))
            {
                case { Type: "Terminate" }:
                    await intake.CompleteAsync(cancellationToken);
                    return true;
                case { Type: "ForceEndpoint" }:
                    await intake.FlushAsync(cancellationToken);
                    _tracker.ForceEnd(intake.Length);
                    await (await engine.WaitAsync(cancellationToken)).EndUtteranceAsync(cancellationToken);
                    break;
                case { Type: "UpdateConfiguration" } update:
                    _tracker.Settings = ConfigurationUpdate.Apply(_tracker.Settings, update);
                    break;
                case { Type: "KeepAlive" }:
                    break;
                default:
                    throw new StreamingException(StreamingErrors.Input, "Invalid Message Type");
            }
        }
    }

    private async Task ListenAsync(Task<IStreamingSession> opening, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var heard in (await opening.WaitAsync(cancellationToken)).ReadEventsAsync(cancellationToken))
            {
                var masks = await TellAsync(_tracker.Take(heard), cancellationToken);
                if (_sound is not null)
                {
                    var open = _tracker.OpenSince;
                    var settled = open < heard.SettledUntil ? open.Value : heard.SettledUntil;
                    await _sound.DecideAsync(masks, settled, cancellationToken);
                }
            }
        }
        catch (SpeechException error)
        {
            throw ErrorOf(error);
        }
        var last = await TellAsync(_tracker.Complete(), cancellationToken);
        if (_sound is not null)
        {
            await _sound.CompleteAsync(last, cancellationToken);
        }
    }

    private async Task<Timeline> TellAsync(TurnNews? news, CancellationToken cancellationToken) => news is null
        ? Timeline.Empty
        : await _turns.SendAsync(news, _tracker.Settings.FormatsTurns, _isFormatted, cancellationToken);

    private static ClientMessage Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, StreamingJson.Default.ClientMessage) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new StreamingException(StreamingErrors.Input, "Invalid JSON");
        }
    }

    private static StreamingException ErrorOf(SpeechException error) => error.Kind switch
    {
        SpeechErrorKind.Busy => new StreamingException(StreamingErrors.TooMany, "Too many concurrent sessions"),
        SpeechErrorKind.UnsupportedLanguage => new StreamingException(StreamingErrors.Input, "The language is not available for streaming"),
        _ => new StreamingException(StreamingErrors.Server, "The speech engine failed"),
    };

    private static async Task CloseEngineAsync(Task<IStreamingSession> engine)
    {
        await Quietly(engine);
        if (engine.IsCompletedSuccessfully)
        {
            await (await engine).DisposeAsync();
        }
    }

    // The first fault has been thrown already, or nobody is left to hear of it.
    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static long Ceiling(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);
}
