using Bleep.Live;
using Bleep.Pii.Redaction;
using Bleep.Server.Streaming.Messages;
using Bleep.Transcripts;

namespace Bleep.Server.Streaming;

/// <summary>Tells a client what is said: redacts, and sends what it asked for. Used by one task.</summary>
/// <param name="socket">The client.</param>
/// <param name="redactor">Redacts the conversation.</param>
/// <param name="partials">What the client gets of turns that go on.</param>
internal sealed class TurnSender(ClientSocket socket, LiveRedactor redactor, PartialTurns partials)
{
    private string? _lastPartial;

    /// <summary>Tells news of a turn.</summary>
    /// <param name="news">The news.</param>
    /// <param name="formats">True to send a turn that is over a second time, tidied.</param>
    /// <param name="isFormatted">True when the engine's words are tidy already.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The times to hide, known when a turn is over.</returns>
    public async Task<Timeline> SendAsync(TurnNews news, bool formats, bool isFormatted, CancellationToken cancellationToken)
    {
        if (news.IsFirst)
        {
            await socket.SendAsync(new SpeechStartedMessage(Ms(news.Words[0].Start)), StreamingJson.Default.SpeechStartedMessage);
        }
        if (!news.IsEnd)
        {
            await SendPartialAsync(news, cancellationToken);
            return Timeline.Empty;
        }
        _lastPartial = null;
        var turn = redactor.Finish(news.Words, isFormatted, cancellationToken);
        await SendEndAsync(news, turn.Plain, isFormatted);
        if (formats && !isFormatted)
        {
            await SendEndAsync(news, turn.Formatted, isFormatted: true);
        }
        return turn.Masks;
    }

    private async Task SendPartialAsync(TurnNews news, CancellationToken cancellationToken)
    {
        if (partials == PartialTurns.None)
        {
            return;
        }
        var shown = partials == PartialTurns.All ? redactor.Show(news.Words, cancellationToken) : redactor.Preview(news.Words, cancellationToken);
        // What is held back makes many previews the same.
        if (partials == PartialTurns.Redacted && (shown.Words.Count == 0 || shown.Text == _lastPartial))
        {
            return;
        }
        _lastPartial = shown.Text;
        var final = shown.Words.Where(word => word.Source.End <= news.FinalWords).Select(word => word.Text);
        await socket.SendAsync(
            new TurnMessage(news.Order, false, false, string.Join(' ', final), news.Confidence, Words(shown, news.FinalWords)),
            StreamingJson.Default.TurnMessage);
    }

    private Task SendEndAsync(TurnNews news, RedactedTurn turn, bool isFormatted) => socket.SendAsync(
        new TurnMessage(news.Order, isFormatted, true, turn.Text, news.Confidence, Words(turn, int.MaxValue)), StreamingJson.Default.TurnMessage);

    private static TurnWord[] Words(RedactedTurn turn, int finalWords) =>
    [
        .. turn.Words.Select(word => new TurnWord(
            Ms(word.Start), Ms(word.End), word.Text, Math.Round(word.Confidence, 4), word.Source.End <= finalWords)),
    ];

    private static long Ms(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
