using System.Text;
using Bleep.Pii.Detection;
using Bleep.Transcripts;

namespace Bleep.Pii.Redaction;

/// <summary>Substitutes personal data in plain text by the exact character ranges of the findings. Thread-safe.</summary>
/// <param name="substitution">What to write in its place.</param>
/// <param name="mergeStaticTerms">True when a static term of several words becomes one tag; false for a tag per word.</param>
public sealed class TextRedactor(Substitution substitution, bool mergeStaticTerms = true)
{
    /// <summary>Redacts one text.</summary>
    /// <param name="text">The text that the findings are about.</param>
    /// <param name="spans">Findings of this text in any order, overlapping or not; <see cref="PiiSpan.Chars"/> counts.</param>
    /// <returns>The text with every character range replaced; line breaks and blanks stay.</returns>
    /// <exception cref="ArgumentException">A range is empty or not inside the text, so the findings are of another text.</exception>
    public string Redact(string text, IEnumerable<PiiSpan> spans)
    {
        var found = spans.Select(span => (Span: span, Range: WidenToGraphemes(text, span.Chars)))
            .OrderBy(entry => entry.Range.Start)
            .ToList();
        if (found.Count == 0)
        {
            return text;
        }
        var pieces = Pieces(text, found);
        var owners = SpanPainting.Paint(pieces.Count, found.Select(entry => (entry.Span, FirstEndingAfter(pieces, entry.Range.Start),
            FirstStartingAt(pieces, entry.Range.End))));
        var result = new StringBuilder(text.Length);
        int written = 0;
        for (int index = 0; index < pieces.Count;)
        {
            int after = index + 1;
            while (MergesRun(owners[index]!) && after < pieces.Count && owners[after] == owners[index])
            {
                after++;
            }
            result.Append(text, written, pieces[index].Start - written);
            written = pieces[after - 1].End;
            result.Append(substitution.Replace(text[pieces[index].Start..written], owners[index]!));
            index = after;
        }
        return result.Append(text, written, text.Length - written).ToString();
    }

    private bool MergesRun(PiiSpan owner) => substitution.CanMerge && (owner.IsStatic ? mergeStaticTerms : !substitution.PerWord);

    private static CharRange WidenToGraphemes(string text, CharRange range)
    {
        if (range.Start < 0 || range.End > text.Length || range.Length <= 0)
        {
            throw new ArgumentException("A finding does not lie inside the text.");
        }
        int start = range.Start;
        while (Graphemes.IsInside(text, start))
        {
            start--;
        }
        int end = range.End;
        while (Graphemes.IsInside(text, end))
        {
            end++;
        }
        return new CharRange(start, end);
    }

    /// <summary>
    /// The words inside the findings, cut at blanks and where one finding ends and the next begins; overlapping findings are not
    /// cut apart, so that a word gets one replacement.
    /// </summary>
    private static List<CharRange> Pieces(string text, List<(PiiSpan Span, CharRange Range)> found)
    {
        var pieces = new List<CharRange>();
        for (int index = 0; index < found.Count;)
        {
            int start = found[index].Range.Start;
            int end = found[index].Range.End;
            for (index++; index < found.Count && found[index].Range.Start < end; index++)
            {
                end = Math.Max(end, found[index].Range.End);
            }
            AddWords(text, new CharRange(start, end), pieces);
        }
        return pieces;
    }

    private static void AddWords(string text, CharRange cluster, List<CharRange> pieces)
    {
        int wordStart = -1;
        for (int index = cluster.Start; index <= cluster.End; index++)
        {
            bool isWord = index < cluster.End && !char.IsWhiteSpace(text[index]);
            if (isWord && wordStart < 0)
            {
                wordStart = index;
            }
            else if (!isWord && wordStart >= 0)
            {
                pieces.Add(new CharRange(wordStart, index));
                wordStart = -1;
            }
        }
    }

    private static int FirstEndingAfter(List<CharRange> pieces, int position) => Lower(pieces, piece => piece.End > position);

    private static int FirstStartingAt(List<CharRange> pieces, int position) => Lower(pieces, piece => piece.Start >= position);

    private static int Lower(List<CharRange> pieces, Func<CharRange, bool> holds)
    {
        int low = 0;
        int high = pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = holds(pieces[middle]) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
