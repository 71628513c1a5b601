using System.Text.Json;
using System.Text.RegularExpressions;
using Bleep.Synthesis.Truth;
using Bleep.Transcripts;

namespace Bleep.Cli.Tests;

/// <summary>The four written forms of one redacted call, held against what was said.</summary>
internal sealed partial class RedactedOutputs
{
    private readonly string[] _files;
    private readonly List<(TimeRange Time, string Text)> _words = [];
    private readonly string[] _texts;

    private RedactedOutputs(string[] files, JsonElement transcript)
    {
        _files = files;
        _texts = [.. TextsIn(transcript)];
        foreach (var word in transcript.GetProperty("words").EnumerateArray())
        {
            var time = TimeRange.FromMilliseconds(word.GetProperty("start").GetInt32(), word.GetProperty("end").GetInt32());
            _words.Add((time, word.GetProperty("text").GetString()!));
        }
    }

    /// <summary>Reads <c>.txt</c>, <c>.json</c>, <c>.srt</c> and <c>.vtt</c>.</summary>
    /// <param name="stem">Their path up to <c>.redacted</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<RedactedOutputs> ReadAsync(string stem, CancellationToken cancellationToken)
    {
        string[] endings = ["txt", "json", "srt", "vtt"];
        string[] files = await Task.WhenAll(endings.Select(ending => File.ReadAllTextAsync($"{stem}.redacted.{ending}", cancellationToken)));
        using var transcript = JsonDocument.Parse(files[1]);
        return new RedactedOutputs(files, transcript.RootElement);
    }

    /// <summary>True when the text of all forms is that of the transcript's words, in their order.</summary>
    public bool SayTheSame()
    {
        string said = Squeeze(string.Join(' ', _words.Select(word => word.Text)));
        return said == Squeeze(SpeakerLabel().Replace(_files[0], ""))
            && said == Squeeze(CueHead().Replace(_files[2], ""))
            && said == Squeeze(CueHead().Replace(_files[3], ""));
    }

    /// <summary>
    /// The private words that can still be read: those whose place in the transcript holds letters or digits, and those that stand
    /// somewhere else although nobody said them but in private.
    /// </summary>
    public IReadOnlyList<TruthWord> Readable(CallTruth truth)
    {
        bool[] isPrivate = new bool[truth.Words.Count];
        foreach (var interval in truth.Pii.Where(interval => !interval.Optional))
        {
            isPrivate.AsSpan(interval.Words.Start, interval.Words.Length).Fill(true);
        }
        TruthWord[] inPlace = [.. truth.Words.Where((word, index) => isPrivate[index] && CanBeReadAt(word.Time))];
        var explained = truth.Words.Where((_, index) => !isPrivate[index]).Concat(inPlace).SelectMany(word => Tokens(word.Text)).ToHashSet();
        var written = new[] { _files[0], _files[2], _files[3] }.Concat(_texts).SelectMany(Tokens).ToHashSet();
        return
        [
            .. inPlace,
            .. truth.Words.Where((word, index) => isPrivate[index]
                && Tokens(word.Text).Any(token => token.Length > 1 && !explained.Contains(token) && written.Contains(token))),
        ];
    }

    // Names of properties and settings are no words of the call.
    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.NameEquals("text") && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : TextsIn(property.Value)),
        _ => [],
    };

    private bool CanBeReadAt(TimeRange time) => _words.Any(word =>
        Overlap(word.Time, time) * 2 > Math.Min(word.Time.Duration.Ticks, time.Duration.Ticks) && word.Text.Any(char.IsLetterOrDigit));

    private static long Overlap(TimeRange left, TimeRange right) =>
        Math.Min(left.End.Ticks, right.End.Ticks) - Math.Max(left.Start.Ticks, right.Start.Ticks);

    private static IEnumerable<string> Tokens(string text) => Token().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Token();

    [GeneratedRegex("^Speaker [A-Z0-9]+: ", RegexOptions.Multiline)]
    private static partial Regex SpeakerLabel();

    [GeneratedRegex(@"^(WEBVTT|\d+|\d\d:\d\d:\d\d[.,]\d\d\d --> .*)\r?$", RegexOptions.Multiline)]
    private static partial Regex CueHead();
}
