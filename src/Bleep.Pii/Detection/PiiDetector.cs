using Bleep.Pii.Custom;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;
using Bleep.Transcripts;

namespace Bleep.Pii.Detection;

/// <summary>
/// Finds personal data in dialogues and documents, as spoken and as written. Build it once and use it from any number of threads;
/// time is linear in the length of the text.
/// </summary>
public sealed class PiiDetector
{
    private readonly PiiDetectorOptions _options;
    private readonly Tokenizer _tokenizer;

    /// <summary>Makes a detector; the language pack is read on the first use of its language.</summary>
    /// <param name="options">What to look for.</param>
    public PiiDetector(PiiDetectorOptions options) : this(options, LanguagePack.For(options.Language))
    {
    }

    internal PiiDetector(PiiDetectorOptions options, LanguagePack language)
    {
        _options = options;
        _tokenizer = new Tokenizer(language);
    }

    /// <summary>Finds personal data in recognised words, with the help of their times and confidences where they are there.</summary>
    /// <param name="turns">The turns in the order of time; questions of earlier turns explain answers of later ones.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The findings in the order of the text; spans of different policies may overlap.</returns>
    public IReadOnlyList<PiiSpan> Detect(IReadOnlyList<Turn> turns, CancellationToken cancellationToken = default)
    {
        var stream = _tokenizer.Tokenize(turns);
        return Detect(stream, cancellationToken);
    }

    /// <summary>Finds personal data in text.</summary>
    /// <param name="turns">The turns in the order of time, or one turn that is a whole document.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The findings in the order of the text; spans of different policies may overlap.</returns>
    public IReadOnlyList<PiiSpan> DetectText(IReadOnlyList<TextTurn> turns, CancellationToken cancellationToken = default)
    {
        var texts = new (string, string?)[turns.Count];
        for (int turn = 0; turn < texts.Length; turn++)
        {
            texts[turn] = (turns[turn].Text, turns[turn].Speaker);
        }
        return Detect(_tokenizer.Tokenize(texts), cancellationToken);
    }

    private List<PiiSpan> Detect(TokenStream stream, CancellationToken cancellationToken)
    {
        var context = new DetectionContext(stream, _options.Policies, _options.Sensitivity);
        foreach (var recognizer in RecognizerSet.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            recognizer.Find(context);
        }
        Propagator.Spread(context, _options);
        var found = Resolver.Resolve(context.Candidates, _options);
        var spans = new List<PiiSpan>(found.Count);
        foreach (var candidate in found)
        {
            var span = ToSpan(stream, candidate);
            if (_options.Allowed is not { } allowed || !allowed.Contains(stream.Texts[span.Turn].AsSpan(span.Chars.Start, span.Chars.Length)))
            {
                spans.Add(span);
            }
        }
        if (_options.Patterns is { } patterns)
        {
            AddPatterns(stream, patterns, spans);
        }
        return spans;
    }

    private static PiiSpan ToSpan(TokenStream stream, in Candidate candidate)
    {
        ref readonly var first = ref stream[candidate.TokenStart];
        ref readonly var last = ref stream[candidate.TokenEnd - 1];
        return new PiiSpan(first.Turn, new WordRange(first.Word, last.Word + 1), candidate.Policy, Math.Round(candidate.Score, 3), candidate.Recognizer)
        {
            Chars = new CharRange(first.Start, last.End),
            Cue = candidate.Cue,
            AmazonType = candidate.AmazonType,
            Parts = candidate.Evidence.Parts(Math.Round(candidate.Score, 3)),
        };
    }

    private static void AddPatterns(TokenStream stream, CustomPatterns patterns, List<PiiSpan> spans)
    {
        int matches = 0;
        for (int turn = 0; turn < stream.TurnCount; turn++)
        {
            foreach (var (policy, chars) in patterns.FindIn(stream.Texts[turn], matches))
            {
                matches++;
                spans.Add(OfChars(stream, turn, chars, policy));
            }
        }
        spans.Sort(static (left, right) => (left.Turn, left.Chars.Start).CompareTo((right.Turn, right.Chars.Start)));
    }

    private static PiiSpan OfChars(TokenStream stream, int turn, CharRange chars, PiiPolicy policy)
    {
        int low = stream.TurnStarts[turn], high = stream.TurnStarts[turn + 1];
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (stream[middle].End <= chars.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        int end = low;
        while (end < stream.TurnStarts[turn + 1] && stream[end].Start < chars.End)
        {
            end++;
        }
        int firstWord = low < stream.TurnStarts[turn + 1] ? stream[low].Word : 0;
        int lastWord = end > low ? stream[end - 1].Word : firstWord;
        return new PiiSpan(turn, new WordRange(firstWord, lastWord + 1), policy, 1.0, "pattern")
        {
            Chars = chars,
            Label = policy.Tag,
            IsStatic = false,
            Parts = [new ScorePart("pattern", 1)],
        };
    }
}
