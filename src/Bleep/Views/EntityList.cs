using Bleep.Outputs;
using Bleep.Pii.Detection;
using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Views;

/// <summary>
/// Lists what was found, with the text that the given turns show for it. Given redacted turns no entity can show what they hide, whatever
/// was looked for. Terms and patterns of the user are no entities.
/// </summary>
public static class EntityList
{
    /// <summary>Lists the findings of a redaction.</summary>
    /// <param name="turns">Redacted or unredacted turns of the recording.</param>
    /// <param name="recording">What was found.</param>
    /// <returns>The entities in the order of time.</returns>
    public static IReadOnlyList<Entity> Of(IReadOnlyList<RedactedTurn> turns, RedactedRecording recording) => Of(turns, recording.Spans);

    /// <summary>Lists findings, for example those of other policies than were redacted.</summary>
    /// <param name="turns">Redacted or unredacted turns, one for each raw turn, in its order.</param>
    /// <param name="spans">Findings over the raw words that the turns were made of.</param>
    /// <returns>The entities in the order of time; a finding whose words were all left out as disfluencies gives none.</returns>
    public static IReadOnlyList<Entity> Of(IReadOnlyList<RedactedTurn> turns, IEnumerable<PiiSpan> spans) =>
    [
        .. spans.Where(span => span.Label is null)
            .Select(span => EntityOf(turns[span.Turn], span))
            .OfType<Entity>()
            .Distinct()
            .OrderBy(entity => entity.Time.Start).ThenBy(entity => entity.Time.End).ThenBy(entity => entity.Policy, StringComparer.Ordinal),
    ];

    private static Entity? EntityOf(RedactedTurn turn, PiiSpan span)
    {
        RedactedWord[] words = [.. turn.Words.Where(word => word.Source.Overlaps(span.Words))];
        return words.Length == 0
            ? null
            : new Entity(span.Policy.Name, Trim(WordList.TextOf(words)), new TimeRange(words.Min(word => word.Start), words.Max(word => word.End)));
    }

    // Brackets stay: they may be a tag's.
    private static string Trim(string text) => text.Trim('.', ',', '?', '!', ';', ':', '"', ' ') is { Length: > 0 } bare ? bare : text;
}
