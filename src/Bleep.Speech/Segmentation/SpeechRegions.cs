namespace Bleep.Speech.Segmentation;

/// <summary>
/// Finds the stretches of frames that may hold speech: those louder than the noise by a share of the recording's own range. Whatever
/// is left out is never recognised and so never redacted, so quiet stretches get a second look by their own measure: a soft
/// speaker after a loud one is still speech.
/// </summary>
internal static class SpeechRegions
{
    /// <summary>A quiet stretch with at least this range holds more than steady noise, in decibels.</summary>
    private const float SpeechLikeRange = 12;

    /// <summary>Quiet stretches of at least this many frames get their second look.</summary>
    private const int MinSecondLook = 100;

    /// <summary>Fewer loud frames than this are a click, no word.</summary>
    private const int MinLoudFrames = 5;

    /// <summary>Finds the regions of <paramref name="energies"/>.</summary>
    /// <param name="history">Energies of the audio before, which help to tell noise from speech; may be empty.</param>
    /// <param name="energies">Energies of the frames to look at, in decibels.</param>
    /// <param name="minSilence">Regions with fewer quiet frames between them are one region.</param>
    /// <returns>Sorted regions with at least <paramref name="minSilence"/> frames between them.</returns>
    public static List<FrameRange> Find(ReadOnlySpan<float> history, ReadOnlySpan<float> energies, int minSilence)
    {
        var loud = new List<FrameRange>();
        if (SpeechLevels.Measure(history, energies) is { } levels)
        {
            AddLoud(energies, 0, levels.Threshold, minSilence, loud);
            AddQuietSpeech(energies, minSilence, loud);
        }
        return Join(loud, minSilence);
    }

    private static void AddQuietSpeech(ReadOnlySpan<float> energies, int minSilence, List<FrameRange> loud)
    {
        var gaps = Gaps(Join(loud, minSilence), energies.Length);
        foreach (var gap in gaps.Where(gap => gap.Length >= MinSecondLook))
        {
            // The edges are the loud speech's own fading; they would pass for speech over the quiet between.
            var inner = energies[(gap.Start + 10)..(gap.End - 10)];
            if (SpeechLevels.Measure([], inner) is { Range: >= SpeechLikeRange } levels)
            {
                AddLoud(inner, gap.Start + 10, levels.Threshold, minSilence, loud);
            }
        }
        loud.Sort((left, right) => left.Start.CompareTo(right.Start));
    }

    private static void AddLoud(ReadOnlySpan<float> energies, int offset, float threshold, int minSilence, List<FrameRange> target)
    {
        int start = -1, lastLoud = -1, loudFrames = 0;
        for (int frame = 0; frame <= energies.Length; frame++)
        {
            bool isOver = frame == energies.Length || (start >= 0 && frame - lastLoud > minSilence);
            if (isOver && start >= 0)
            {
                if (loudFrames >= MinLoudFrames)
                {
                    target.Add(new FrameRange(offset + start, offset + lastLoud + 1));
                }
                start = -1;
            }
            if (frame < energies.Length && energies[frame] > threshold)
            {
                if (start < 0)
                {
                    start = frame;
                    loudFrames = 0;
                }
                lastLoud = frame;
                loudFrames++;
            }
        }
    }

    private static List<FrameRange> Join(List<FrameRange> sorted, int minSilence)
    {
        var joined = new List<FrameRange>();
        foreach (var region in sorted)
        {
            if (joined.Count > 0 && region.Start - joined[^1].End < minSilence)
            {
                joined[^1] = new FrameRange(joined[^1].Start, Math.Max(joined[^1].End, region.End));
            }
            else
            {
                joined.Add(region);
            }
        }
        return joined;
    }

    private static List<FrameRange> Gaps(List<FrameRange> regions, int length)
    {
        var gaps = new List<FrameRange>();
        int cursor = 0;
        foreach (var region in regions)
        {
            gaps.Add(new FrameRange(cursor, region.Start));
            cursor = region.End;
        }
        gaps.Add(new FrameRange(cursor, length));
        return gaps;
    }
}
