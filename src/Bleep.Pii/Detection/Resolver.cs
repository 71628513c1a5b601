using Bleep.Pii.Policies;

namespace Bleep.Pii.Detection;

/// <summary>
/// Turns candidates into findings: leaves out what was not asked for or is too doubtful, joins what overlaps under one policy, and
/// drops a weaker reading that lies wholly inside a stronger one.
/// </summary>
internal static class Resolver
{
    public static List<Candidate> Resolve(List<Candidate> candidates, PiiDetectorOptions options)
    {
        var kept = new List<Candidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (options.Policies.Contains(candidate.Policy) && candidate.Score >= options.ThresholdOf(candidate.Policy))
            {
                kept.Add(candidate);
            }
        }
        kept.Sort(static (left, right) =>
        {
            int order = left.TokenStart.CompareTo(right.TokenStart);
            order = order != 0 ? order : right.TokenEnd.CompareTo(left.TokenEnd);
            return order != 0 ? order : right.Score.CompareTo(left.Score);
        });
        return Prune(Merge(kept));
    }

    // Spans of one policy that overlap are one span. The list is sorted by start, so each policy needs only its last span.
    private static List<Candidate> Merge(List<Candidate> sorted)
    {
        var merged = new List<Candidate>(sorted.Count);
        var last = new Dictionary<PiiPolicy, int>();
        foreach (var candidate in sorted)
        {
            if (last.TryGetValue(candidate.Policy, out int index) && merged[index].TokenEnd > candidate.TokenStart)
            {
                var earlier = merged[index];
                var stronger = earlier.Score >= candidate.Score ? earlier : candidate;
                merged[index] = stronger with
                {
                    TokenStart = earlier.TokenStart,
                    TokenEnd = Math.Max(earlier.TokenEnd, candidate.TokenEnd),
                    Spreads = earlier.Spreads || candidate.Spreads,
                };
                continue;
            }
            last[candidate.Policy] = merged.Count;
            merged.Add(candidate);
        }
        return merged;
    }

    private static List<Candidate> Prune(List<Candidate> sorted)
    {
        var result = new List<Candidate>(sorted.Count);
        for (int index = 0; index < sorted.Count; index++)
        {
            if (!IsCovered(sorted, index))
            {
                result.Add(sorted[index]);
            }
        }
        return result;
    }

    private static bool IsCovered(List<Candidate> sorted, int index)
    {
        var candidate = sorted[index];
        if (!candidate.Policy.IsDocumented && candidate.Policy.Index >= 0)
        {
            return false;
        }
        // Spans that reach over this one start before it: look back over those near, forward over those that start with it.
        const int Reach = 24;
        for (int other = Math.Max(0, index - Reach); other < sorted.Count && sorted[other].TokenStart <= candidate.TokenStart; other++)
        {
            var cover = sorted[other];
            bool covers = other != index && cover.TokenStart <= candidate.TokenStart && cover.TokenEnd >= candidate.TokenEnd && (cover.Policy.IsDocumented || cover.Policy.Index < 0);
            if (covers && (cover.Score > candidate.Score || cover.Score == candidate.Score && (other < index || cover.TokenEnd - cover.TokenStart > candidate.TokenEnd - candidate.TokenStart)))
            {
                return true;
            }
        }
        return false;
    }
}
