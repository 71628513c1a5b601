using System.Runtime.InteropServices;
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
        var all = CollectionsMarshal.AsSpan(candidates);
        // Places are sorted in place of the candidates themselves, which are large.
        var kept = new List<(int Start, int End, float Score, int Index)>(all.Length);
        for (int index = 0; index < all.Length; index++)
        {
            ref readonly var candidate = ref all[index];
            if (options.Policies.Contains(candidate.Policy) && candidate.Score >= options.ThresholdOf(candidate.Policy))
            {
                kept.Add((candidate.TokenStart, candidate.TokenEnd, candidate.Score, index));
            }
        }
        kept.Sort(static (left, right) =>
        {
            int order = left.Start.CompareTo(right.Start);
            order = order != 0 ? order : right.End.CompareTo(left.End);
            order = order != 0 ? order : right.Score.CompareTo(left.Score);
            return order != 0 ? order : left.Index.CompareTo(right.Index);
        });
        return Prune(Merge(kept, all));
    }

    // Spans of one policy that overlap are one span. The list is sorted by start, so each policy needs only its last span.
    private static List<Candidate> Merge(List<(int Start, int End, float Score, int Index)> sorted, ReadOnlySpan<Candidate> candidates)
    {
        var merged = new List<Candidate>(sorted.Count);
        var last = new Dictionary<PiiPolicy, int>();
        foreach (var (_, _, _, place) in sorted)
        {
            ref readonly var candidate = ref candidates[place];
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
            if (!IsCovered(CollectionsMarshal.AsSpan(sorted), index))
            {
                result.Add(sorted[index]);
            }
        }
        return result;
    }

    private static bool IsCovered(ReadOnlySpan<Candidate> sorted, int index)
    {
        ref readonly var candidate = ref sorted[index];
        if (!candidate.Policy.IsDocumented && candidate.Policy.Index >= 0)
        {
            return false;
        }
        // Spans that reach over this one start before it: look back over those near, forward over those that start with it.
        const int Reach = 24;
        for (int other = Math.Max(0, index - Reach); other < sorted.Length && sorted[other].TokenStart <= candidate.TokenStart; other++)
        {
            ref readonly var cover = ref sorted[other];
            bool covers = other != index && cover.TokenStart <= candidate.TokenStart && cover.TokenEnd >= candidate.TokenEnd && (cover.Policy.IsDocumented || cover.Policy.Index < 0);
            if (covers && (cover.Score > candidate.Score || cover.Score == candidate.Score && (other < index || cover.TokenEnd - cover.TokenStart > candidate.TokenEnd - candidate.TokenStart)))
            {
                return true;
            }
        }
        return false;
    }
}
