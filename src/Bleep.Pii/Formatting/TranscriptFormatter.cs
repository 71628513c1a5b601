using Bleep.Pii.Detection;
using Bleep.Transcripts;

namespace Bleep.Pii.Formatting;

/// <summary>
/// Turns the words of a recogniser into text for readers: sentence marks at pauses, capitals, digits for spoken numbers, addresses.
/// Every output word remembers the spoken words it was made of. Turns are never merged; time is linear. Thread-safe.
/// </summary>
public sealed class TranscriptFormatter
{
    private readonly FormatOptions _options;
    private readonly SpellingReplacer _spelling;

    /// <summary>Makes a formatter, to be used for any number of transcripts.</summary>
    /// <param name="options">How to write.</param>
    public TranscriptFormatter(FormatOptions options)
    {
        _options = options;
        _spelling = new SpellingReplacer(options.CustomSpellings);
    }

    /// <summary>Formats a transcript.</summary>
    /// <param name="transcript">The transcript; when its words are formatted already they stay, but for what was switched off.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>One turn for each turn of the transcript, in its order.</returns>
    public IReadOnlyList<OutputTurn> Format(Transcript transcript, CancellationToken ct = default) => Format(transcript, [], ct);

    /// <summary>Formats a transcript with capitals for the names that detection found.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="findings">Findings over the raw words; those of people, places and organisations get capitals.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>One turn for each turn of the transcript, in its order.</returns>
    public IReadOnlyList<OutputTurn> Format(Transcript transcript, IReadOnlyList<PiiSpan> findings, CancellationToken ct = default)
    {
        var names = new NamedWords(findings);
        var disfluencies = _options.Disfluencies ? null : new Disfluencies(transcript.LanguageCode);
        var profanity = _options.FilterProfanity ? new ProfanityFilter(transcript.LanguageCode) : null;
        var turns = new List<OutputTurn>(transcript.Turns.Count);
        SpokenLine? before = null;
        for (int index = 0; index < transcript.Turns.Count; index++)
        {
            ct.ThrowIfCancellationRequested();
            var turn = transcript.Turns[index];
            IReadOnlyList<OutputWord> words;
            if (transcript.IsFormatted)
            {
                words = Keep(turn, disfluencies);
            }
            else
            {
                int number = index;
                bool isEnglish = IsEnglish(transcript);
                before = SpokenLine.Of(turn, before, disfluencies);
                Func<int, bool> isName = word => names.Contains(number, word);
                words = isEnglish ? Write(before, isName) : WritePlain(before, isName);
            }
            turns.Add(new OutputTurn(index, Finish(words, profanity), turn.Speaker, turn.Channel));
        }
        return turns;
    }

    private static bool IsEnglish(Transcript transcript) =>
        transcript.LanguageCode.StartsWith("en", StringComparison.OrdinalIgnoreCase)
        && (transcript.LanguageCode.Length == 2 || !char.IsLetter(transcript.LanguageCode[2]));

    private List<OutputWord> Write(SpokenLine line, Func<int, bool> isName)
    {
        var tokens = TokenWriter.Write(line, _options);
        return Join(line, tokens, SentenceMarker.Mark(line, tokens, _options), (token, beginsSentence) =>
            Capitalizer.Write(line, token, beginsSentence, isName, _options.ProperNouns));
    }

    /// <summary>Of a language whose words are not known here only pauses speak.</summary>
    private List<OutputWord> WritePlain(SpokenLine line, Func<int, bool> isName)
    {
        List<FormatToken> tokens =
            [.. Enumerable.Range(0, line.Count).Select(index => new FormatToken(line.Original(index), index, index + 1))];
        return Join(line, tokens, SentenceMarker.MarkPauses(line, tokens, _options), (token, beginsSentence) =>
            Capitalizer.WritePlain(line, token, beginsSentence, isName, _options.ProperNouns));
    }

    private List<OutputWord> Join(SpokenLine line, List<FormatToken> tokens, char?[] marks, Func<FormatToken, bool, string> capitalize)
    {
        var words = new List<OutputWord>(tokens.Count);
        for (int index = 0; index < tokens.Count; index++)
        {
            bool beginsSentence = index == 0 || marks[index - 1] is '.' or '?';
            string text = _options.Capitalize ? capitalize(tokens[index], beginsSentence) : tokens[index].Text;
            char? mark = _options.Punctuate ? marks[index] : null;
            bool isMarked = mark == '.' && text.EndsWith('.');
            words.Add(line.ToOutput(tokens[index], mark is null || isMarked ? text : text + mark));
        }
        return words;
    }

    private List<OutputWord> Keep(Turn turn, Disfluencies? disfluencies)
    {
        var words = disfluencies is null ? WrittenTurn.Keep(turn) : WrittenTurn.Without(disfluencies, turn);
        return [.. words.Select(word =>
        {
            string text = _options.Punctuate ? word.Text : WithoutMarks(word.Text);
            return word with { Text = _options.Capitalize ? text : text.ToLowerInvariant() };
        })];
    }

    private static string WithoutMarks(string text)
    {
        string bare = text.TrimEnd('.', ',', '?', '!', ';', ':', '…').TrimStart('¿', '¡');
        return bare.Length == 0 ? text : bare;
    }

    private IReadOnlyList<OutputWord> Finish(IReadOnlyList<OutputWord> words, ProfanityFilter? profanity)
    {
        var spelled = _spelling.Replace(words);
        return profanity is null ? spelled : [.. spelled.Select(word => word with { Text = profanity.Filter(word.Text) })];
    }
}
