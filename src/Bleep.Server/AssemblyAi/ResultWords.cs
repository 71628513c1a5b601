using System.Globalization;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Jobs;

namespace Bleep.Server.AssemblyAi;

/// <summary>The words of a result as this face writes them.</summary>
internal static class ResultWords
{
    /// <summary>All words in the order of time.</summary>
    /// <param name="turns">The turns.</param>
    public static List<WordResponse> Of(IReadOnlyList<ResultTurn> turns) =>
        [.. turns.SelectMany(turn => turn.Words.Select(word => Of(word, turn))).OrderBy(word => word.Start)];

    /// <summary>The turns as utterances.</summary>
    /// <param name="turns">The turns.</param>
    public static List<UtteranceResponse> UtterancesOf(IReadOnlyList<ResultTurn> turns) =>
    [
        .. turns.Select(turn =>
        {
            List<WordResponse> words = [.. turn.Words.Select(word => Of(word, turn))];
            return new UtteranceResponse(
                TextOf(words), words.Min(word => word.Start), words.Max(word => word.End), MeanOf(words), turn.Speaker, ChannelOf(turn), words);
        }),
    ];

    /// <summary>Words joined by blanks.</summary>
    /// <param name="words">The words.</param>
    public static string TextOf(IEnumerable<WordResponse> words) => string.Join(' ', words.Select(word => word.Text));

    /// <summary>Mean confidence; 0 without words.</summary>
    /// <param name="words">The words.</param>
    public static double MeanOf(IReadOnlyCollection<WordResponse> words) =>
        words.Count == 0 ? 0 : Math.Round(words.Average(word => word.Confidence), 4);

    private static WordResponse Of(ResultWord word, ResultTurn turn) =>
        new(word.Text, word.StartMs, word.EndMs, word.Confidence, turn.Speaker, ChannelOf(turn));

    private static string? ChannelOf(ResultTurn turn) => turn.Channel?.ToString(CultureInfo.InvariantCulture);
}
