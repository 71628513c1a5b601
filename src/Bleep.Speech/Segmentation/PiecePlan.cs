namespace Bleep.Speech.Segmentation;

/// <summary>Makes pieces of regions with speech: none too short to be understood, none too long, with silence around each.</summary>
internal static class PiecePlan
{
    /// <summary>Cuts in running speech look for the quietest frames in the last part of the longest allowed piece.</summary>
    private const double CutFrom = 0.6;

    /// <summary>Frames over which loudness is averaged when the quietest place is sought.</summary>
    private const int CutWidth = 8;

    /// <summary>Makes the pieces.</summary>
    /// <param name="regions">Sorted regions that do not overlap.</param>
    /// <param name="energies">Energies of all frames, which the regions are ranges of.</param>
    /// <param name="options">The limits.</param>
    /// <returns>Sorted pieces that do not overlap and hold every frame of every region.</returns>
    public static List<FrameRange> Make(IReadOnlyList<FrameRange> regions, ReadOnlySpan<float> energies, SplitterOptions options)
    {
        int padding = FrameEnergy.FromTime(options.Padding);
        int longest = FrameEnergy.FromTime(options.MaxPiece) - (2 * padding);
        var parts = new List<FrameRange>();
        foreach (var region in regions)
        {
            AddCut(region, energies, longest, parts);
        }
        return Pad(Join(parts, longest, options), padding, energies.Length);
    }

    private static void AddCut(FrameRange region, ReadOnlySpan<float> energies, int longest, List<FrameRange> parts)
    {
        while (region.Length > longest)
        {
            // Two thirds of a rest that is only a little too long would leave a stump; halves are better.
            int latest = region.Length < 2 * longest ? Math.Min(longest, (region.Length * 2 / 3) + 1) : longest;
            int earliest = (int)(latest * CutFrom);
            int cut = region.Start + QuietestFrame(energies[(region.Start + earliest)..(region.Start + latest)]) + earliest;
            parts.Add(new FrameRange(region.Start, cut));
            region = new FrameRange(cut, region.End);
        }
        parts.Add(region);
    }

    private static int QuietestFrame(ReadOnlySpan<float> energies)
    {
        int best = energies.Length / 2;
        float least = float.MaxValue;
        for (int start = 0; start + CutWidth <= energies.Length; start++)
        {
            float sum = 0;
            foreach (float energy in energies.Slice(start, CutWidth))
            {
                sum += energy;
            }
            if (sum < least)
            {
                least = sum;
                best = start + (CutWidth / 2);
            }
        }
        return best;
    }

    private static List<FrameRange> Join(List<FrameRange> parts, int longest, SplitterOptions options)
    {
        int enough = FrameEnergy.FromTime(options.MinSpeech);
        int farthest = FrameEnergy.FromTime(options.MaxJoinedSilence);
        var joined = new List<FrameRange>();
        foreach (var part in parts)
        {
            bool isShort = part.Length < enough || (joined.Count > 0 && joined[^1].Length < enough);
            if (joined.Count > 0 && isShort && part.Start - joined[^1].End <= farthest && part.End - joined[^1].Start <= longest)
            {
                joined[^1] = new FrameRange(joined[^1].Start, part.End);
            }
            else
            {
                joined.Add(part);
            }
        }
        return joined;
    }

    private static List<FrameRange> Pad(List<FrameRange> pieces, int padding, int frameCount)
    {
        var padded = new List<FrameRange>(pieces.Count);
        for (int index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            // Neighbours share the silence between them, so that no word is recognised twice.
            int before = index == 0 ? piece.Start : (piece.Start - pieces[index - 1].End + 1) / 2;
            int after = index == pieces.Count - 1 ? frameCount - piece.End : (pieces[index + 1].Start - piece.End) / 2;
            padded.Add(new FrameRange(piece.Start - Math.Min(before, padding), piece.End + Math.Min(after, padding)));
        }
        return padded;
    }
}
