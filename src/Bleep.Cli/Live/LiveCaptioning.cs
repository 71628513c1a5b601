using Bleep.Live;
using Bleep.Media;
using Bleep.Pii.Languages;
using Bleep.Speech;

namespace Bleep.Cli.Live;

/// <summary>Takes live sound to the engine and shows what it hears, redacted.</summary>
/// <param name="recognizer">The engine.</param>
/// <param name="redactor">Redacts the conversation.</param>
/// <param name="captions">Shows it.</param>
internal sealed class LiveCaptioning(IStreamingRecognizer recognizer, LiveRedactor redactor, ICaptions captions)
{
    private const int PiecesPerSecond = 10;

    private string _lastPartial = "";

    public required string Language { get; init; }

    public IReadOnlyList<string> Keyterms { get; init; } = [];

    /// <summary>True gives the engine the sound no faster than it was spoken.</summary>
    public bool IsPaced { get; init; }

    /// <summary>Runs until the sound ends.</summary>
    /// <param name="sound">16 kHz, mono; stays the caller's to dispose.</param>
    /// <param name="cancellationToken">Stops it; nothing is shown then of the turn that goes on, since what was to come may have explained it.</param>
    /// <exception cref="MediaException">The sound failed.</exception>
    /// <exception cref="SpeechException">The engine failed.</exception>
    public async Task RunAsync(IPcmStream sound, CancellationToken cancellationToken)
    {
        var turns = new TurnSettings();
        var options = new StreamingOptions { Language = Language, Keyterms = Keyterms, EndSilence = turns.MinSilence, ReportsSilence = true };
        var tracker = new TurnTracker(new EndOfTurn(SpokenWords.For(Language)), turns);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var session = await recognizer.OpenAsync(options, cancellationToken);
        var feeding = FeedAsync(sound, session, over.Token);
        var listening = ListenAsync(session, tracker, over.Token);
        try
        {
            // Sound that fails leaves the engine waiting; an engine that fails leaves the sound unread.
            if (await Task.WhenAny(feeding, listening) == feeding)
            {
                await feeding;
            }
            await listening;
            // Ctrl-C reaches the decoder too, which may then end as if the sound had.
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is (MediaException or SpeechException))
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            captions.Clear();
        }
    }

    private async Task FeedAsync(IPcmStream sound, IStreamingSession session, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        long begun = clock.GetTimestamp();
        long samples = 0;
        short[] piece = new short[sound.SampleRateHz / PiecesPerSecond];
        for (int read; (read = await sound.ReadAsync(piece, cancellationToken)) > 0;)
        {
            samples += read;
            var early = TimeSpan.FromSeconds((double)samples / sound.SampleRateHz) - clock.GetElapsedTime(begun);
            if (IsPaced && early > TimeSpan.Zero)
            {
                await Task.Delay(early, clock, cancellationToken);
            }
            await session.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
        await session.CompleteAsync(cancellationToken);
    }

    private async Task ListenAsync(IStreamingSession session, TurnTracker tracker, CancellationToken cancellationToken)
    {
        await foreach (var heard in session.ReadEventsAsync(cancellationToken))
        {
            Show(tracker.Take(heard), cancellationToken);
        }
        Show(tracker.Complete(), cancellationToken);
    }

    private void Show(TurnNews? news, CancellationToken cancellationToken)
    {
        if (news is { IsEnd: true })
        {
            _lastPartial = "";
            var turn = redactor.Finish(news.Words, recognizer.Info.Can(EngineCapabilities.Punctuation), cancellationToken);
            // Of a turn of hesitations nothing is left when it is tidied.
            if (turn.Formatted.Words.Count > 0)
            {
                captions.ShowFinal(turn);
            }
            else
            {
                captions.Clear();
            }
        }
        else if (news is not null && captions.ShowsPartials)
        {
            var shown = redactor.Preview(news.Words, cancellationToken);
            // What is held back makes many previews the same.
            if (shown.Text != _lastPartial)
            {
                _lastPartial = shown.Text;
                captions.ShowPartial(shown);
            }
        }
    }
}
