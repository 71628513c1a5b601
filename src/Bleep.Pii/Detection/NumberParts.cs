using System.Runtime.InteropServices;
using Bleep.Pii.Policies;
using Bleep.Pii.SpokenForms;

namespace Bleep.Pii.Detection;

/// <summary>Digits that nothing explains and that are part of a number found elsewhere: read back, asked about, said again in pieces.</summary>
internal static class NumberParts
{
    private const int MinLength = 3;
    private const int MaxLength = 19;
    private const double Score = 0.75;

    /// <summary>Adds a candidate for each such part.</summary>
    /// <param name="context">The document, its runs claimed by the recognisers that know what they are.</param>
    /// <param name="recognizer">Name to give as the finder.</param>
    public static void Spread(DetectionContext context, string recognizer)
    {
        var runs = CollectionsMarshal.AsSpan(context.Runs.Runs);
        // Few documents have an open part: only for them are the numbers cut into pieces.
        var parts = new Dictionary<string, bool>(StringComparer.Ordinal);
        var lookup = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        uint lengths = 0;
        foreach (ref readonly var run in runs)
        {
            if (IsOpen(context, run))
            {
                lookup.TryAdd(context.Runs.CharsOf(run), false);
                lengths |= 1u << run.Length;
            }
        }
        if (lengths == 0)
        {
            return;
        }
        foreach (ref readonly var run in runs)
        {
            bool isNumber = run is { Digits: >= 4, Letters: 0, Length: <= MaxLength, IsQuantity: false } && context.IsClaimed(run.TokenStart);
            if (isNumber)
            {
                Mark(context.Runs.CharsOf(run), lengths, lookup);
            }
        }
        foreach (ref readonly var run in runs)
        {
            if (IsOpen(context, run) && lookup[context.Runs.CharsOf(run)])
            {
                context.Add(run.TokenStart, run.TokenEnd, PiiPolicies.NumberSequence, Score, recognizer, "part of a number", evidence: new Evidence(Basis: "elsewhere"));
            }
        }
    }

    private static bool IsOpen(DetectionContext context, in CodeRun run) =>
        run.Letters == 0 && run.Digits is >= MinLength and <= MaxLength && run.Length <= MaxLength && run.DigitAtoms >= 2 && !run.IsQuantity && !context.IsClaimed(run.TokenStart);

    private static void Mark(ReadOnlySpan<char> digits, uint lengths, Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> parts)
    {
        for (int length = MinLength; length <= digits.Length; length++)
        {
            if ((lengths & 1u << length) == 0)
            {
                continue;
            }
            for (int start = 0; start + length <= digits.Length; start++)
            {
                var part = digits.Slice(start, length);
                if (parts.ContainsKey(part))
                {
                    parts[part] = true;
                }
            }
        }
    }
}
