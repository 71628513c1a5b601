using Bleep.Outputs;
using Bleep.Pii.Detection;
using Bleep.Transcripts;

namespace Bleep.Verification;

/// <summary>Decides what must not be heard in a result that was made earlier: what its audit names and what detection finds now.</summary>
public static class VerificationPlan
{
    /// <summary>Least score and least words of a finding that counts although the redaction knew better words than these.</summary>
    private const double SureScore = 0.9;
    private const int SureWords = 2;

    /// <summary>Puts the stretches together.</summary>
    /// <param name="original">The original's words.</param>
    /// <param name="spans">What is found in them now.</param>
    /// <param name="claims">What the result's audit says, or null where there is none.</param>
    /// <param name="isSameTranscript">True when the words are those that the redaction had.</param>
    /// <returns>The stretches in the order of their start.</returns>
    public static IReadOnlyList<PrivateStretch> Make(
        Transcript original, IReadOnlyList<PiiSpan> spans, AuditClaims? claims, bool isSameTranscript)
    {
        // Words that an engine misheard look private where the true ones, which the redaction had, do not.
        bool knowsLess = claims is { Engine: Audit.GivenTranscript } && !isSameTranscript;
        var found = MediaVerifier.StretchesOf(
            original.Turns, knowsLess ? spans.Where(span => span.Score >= SureScore && span.Words.Length >= SureWords) : spans);
        Word[] words = [.. original.Words];
        var known = found.Select(KeyOf).ToHashSet();
        var claimed = (claims?.Redactions ?? []).Select(redaction => new PrivateStretch(
            redaction.Policy,
            redaction.Time,
            [.. words.Where(word => redaction.Time.Intersect(word.Time).Duration * 2 > word.Time.Duration)]));
        return [.. claimed.Where(stretch => known.Add(KeyOf(stretch))).Concat(found).OrderBy(stretch => stretch.Time.Start)];
    }

    // An audit has whole milliseconds, rounded outwards.
    private static (string Policy, long StartMs, long EndMs) KeyOf(PrivateStretch stretch) =>
        (stretch.Policy, (long)Math.Floor(stretch.Time.Start.TotalMilliseconds), (long)Math.Ceiling(stretch.Time.End.TotalMilliseconds));
}
