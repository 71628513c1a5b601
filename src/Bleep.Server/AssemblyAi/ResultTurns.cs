using Bleep.Pii.Redaction;
using Bleep.Server.Jobs;

namespace Bleep.Server.AssemblyAi;

/// <summary>Gives a stored result back to the library, which cuts it into sentences, captions and the like.</summary>
internal static class ResultTurns
{
    /// <summary>The turns of a result.</summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<RedactedTurn> Of(JobResult result) =>
    [
        .. result.Turns.Select(turn => new RedactedTurn(
            [
                .. turn.Words.Select(word => new RedactedWord(
                    word.Text, TimeSpan.FromMilliseconds(word.StartMs), TimeSpan.FromMilliseconds(word.EndMs), word.Confidence,
                    turn.Speaker, turn.Channel, null)),
            ],
            turn.Speaker,
            turn.Channel)),
    ];
}
