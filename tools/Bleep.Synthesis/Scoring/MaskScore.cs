using Bleep.Synthesis.Truth;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Scoring;

/// <summary>
/// Compares what was masked with what should have been. Truth is the time of all private stretches that are not optional; other speech is
/// the time of all words, without 100 ms on either side of every private stretch (optional or not), which counts neither way.
/// </summary>
/// <param name="Total">All policies together; instants that several policies share count once.</param>
/// <param name="OtherSpeech">Time of other speech.</param>
/// <param name="MaskedOther">The part of it that is masked.</param>
/// <param name="Policies">Each policy that occurs in the truth or in the redactions, in the order of its name.</param>
public sealed record MaskScore(PolicyScore Total, TimeSpan OtherSpeech, TimeSpan MaskedOther, IReadOnlyList<PolicyScore> Policies)
{
    /// <summary>The stretch on either side of a private one that counts neither way.</summary>
    public static readonly TimeSpan Guard = TimeSpan.FromMilliseconds(100);

    /// <summary>The score of nothing, to add to.</summary>
    public static MaskScore Empty { get; } = new(Nothing("all"), TimeSpan.Zero, TimeSpan.Zero, []);

    /// <summary>Share of the truth that is masked, 0 to 1; 1 when there is no truth.</summary>
    public double MaskedShare => Total.MaskedShare;

    /// <summary>Share of other speech that is masked, 0 to 1; 0 when there is none.</summary>
    public double MaskedOtherShare => OtherSpeech > TimeSpan.Zero ? MaskedOther / OtherSpeech : 0;

    /// <summary>Scores one recording.</summary>
    /// <param name="truth">What was said.</param>
    /// <param name="audit">What was masked.</param>
    /// <param name="heard">What the recogniser wrote down, or null when that is not known.</param>
    public static MaskScore Of(CallTruth truth, MaskAudit audit, HeardWords? heard = null)
    {
        var required = truth.Pii.Where(interval => !interval.Optional).ToList();
        var guarded = Timeline.Of(truth.Pii.Select(interval => interval.Time)).Pad(Guard);
        var other = Timeline.Of(truth.Words.Select(word => word.Time)).Subtract(guarded);
        var policies = required.Select(interval => interval.Policy).Concat(audit.Redactions.Select(entry => entry.Policy))
            .Distinct().Order(StringComparer.Ordinal)
            .Select(policy => OfPolicy(
                policy,
                [.. required.Where(interval => interval.Policy == policy)],
                Timeline.Of(audit.Redactions.Where(entry => entry.Policy == policy).Select(entry => entry.Time)),
                truth, audit, other, heard));
        var maskedOther = other.Intersect(audit.Masked).Total;
        var total = OfPolicy("all", required, audit.Masked, truth, audit, other, heard);
        return new MaskScore(total, other.Total, maskedOther, [.. policies]);
    }

    /// <summary>The scores of two recordings, or two sets of them, together.</summary>
    /// <param name="more">The other score.</param>
    public MaskScore Add(MaskScore more) => new(
        Total.Add(more.Total),
        OtherSpeech + more.OtherSpeech,
        MaskedOther + more.MaskedOther,
        [.. Policies.Concat(more.Policies).GroupBy(score => score.Policy).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate((left, right) => left.Add(right)))]);

    private static PolicyScore Nothing(string policy) =>
        new(policy, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    private static PolicyScore OfPolicy(
        string policy, IReadOnlyList<TruthInterval> intervals, Timeline covered, CallTruth truth, MaskAudit audit, Timeline other, HeardWords? heard)
    {
        var time = Timeline.Of(intervals.Select(interval => interval.Time));
        var missed = time.Subtract(audit.Masked);
        var notHeard = heard is null ? Timeline.Empty : Timeline.Of(intervals.SelectMany(interval => NotHeard(interval, truth, heard)));
        var recognitionLost = missed.Intersect(notHeard).Total;
        return new PolicyScore(
            policy,
            time.Total,
            time.Total - missed.Total,
            recognitionLost,
            heard is null ? TimeSpan.Zero : missed.Total - recognitionLost,
            other.Intersect(covered).Total);
    }

    // A pause inside a private stretch belongs to the word before it.
    private static IEnumerable<TimeRange> NotHeard(TruthInterval interval, CallTruth truth, HeardWords heard)
    {
        for (int index = interval.Words.Start; index < interval.Words.End; index++)
        {
            var word = truth.Words[index];
            var end = index + 1 < interval.Words.End ? truth.Words[index + 1].Time.Start : interval.Time.End;
            if (!heard.Holds(word.Text, word.Time))
            {
                yield return new TimeRange(word.Time.Start, end);
            }
        }
    }
}
