namespace Bleep.Server.Streaming.Messages;

/// <summary>What was said in a turn so far; replaces the earlier messages of the same turn.</summary>
/// <param name="TurnOrder">Number of the turn, from 0.</param>
/// <param name="EndOfTurn">True when the turn is over.</param>
/// <param name="TurnIsFormatted">True when the words are tidied.</param>
/// <param name="Transcript">The words that are final.</param>
/// <param name="EndOfTurnConfidence">How likely the speaker is done, 0 to 1.</param>
/// <param name="Words">All words.</param>
public sealed record TurnMessage(
    int TurnOrder, bool TurnIsFormatted, bool EndOfTurn, string Transcript, double EndOfTurnConfidence, IReadOnlyList<TurnWord> Words)
{
    /// <summary>Always <c>Turn</c>.</summary>
    public string Type { get; } = "Turn";

    /// <summary>The whole turn again when it is over; else empty.</summary>
    public string Utterance => EndOfTurn ? Transcript : "";
}
