using System.Globalization;

namespace Bleep.Training.Tagger;

/// <summary>What a model found of the names of a source.</summary>
internal sealed class TaggerScores
{
    public int GoldSpans, FoundSpans, RightSpans, GatedSpans, GoldTokens, CoveredTokens, OtherTokens, WrongTokens, LookedAt, Tokens;

    /// <summary>The heading of <see cref="Line"/>'s columns.</summary>
    public static string Heading { get; } = $"{"source",-28} {"spans",6} {"prec.",6} {"recall",6} {"F1",6} {"tok.rec.",8} {"over",6} {"gate loss",9} {"looked at",9}";

    /// <summary>One line of a table.</summary>
    public string Line(string source)
    {
        double precision = Share(RightSpans, FoundSpans), recall = Share(RightSpans, GoldSpans);
        double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{source,-28} {GoldSpans,6} {precision,6:F1} {recall,6:F1} {f1,6:F1} {Share(CoveredTokens, GoldTokens),8:F1} {Share(WrongTokens, OtherTokens),6:F2} {Share(GatedSpans, GoldSpans),9:F2} {Share(LookedAt, Tokens),9:F1}");
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
