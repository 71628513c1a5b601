using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Segmentation;
using Bleep.Speech.Sherpa;

namespace Bleep.Speech.Timing;

/// <summary>
/// Finds where words begin and end. Models tell in steps of 40 to 80 ms when they noticed a token, and most do not tell when it was
/// over; masks need better. Between the last token of a word and the first of the next the sound itself shows the boundary: the longest
/// quiet stretch if there is one, else the quietest place.
/// </summary>
internal static class WordBoundaries
{
    /// <summary>A token may be noticed this long after its sound began.</summary>
    private const int MaxLeadFrames = 40;

    /// <summary>A token may be noticed this long before its sound begins.</summary>
    private const int MaxLagFrames = 10;

    /// <summary>A last token may sound this long.</summary>
    private const int MaxTailFrames = 60;

    /// <summary>Shorter quiet is the closure of a consonant, no boundary.</summary>
    private const int MinQuietFrames = 5;

    /// <summary>In running speech a word begins at most this long before it was noticed.</summary>
    private const int RunningLeadFrames = 12;

    /// <summary>Frames a token sounds at least.</summary>
    private const int MinTokenFrames = 2;

    /// <summary>Places the words.</summary>
    /// <param name="words">Words in the order of time.</param>
    /// <param name="samples">The audio they were heard in, 16 kHz.</param>
    public static List<HostedWord> Place(IReadOnlyList<TokenWord> words, ReadOnlySpan<short> samples)
    {
        var energies = Measure(samples);
        float threshold = SpeechLevels.Measure([], energies)?.Threshold ?? float.MaxValue;
        var placed = new List<HostedWord>(words.Count);
        int start = 0;
        for (int index = 0; index < words.Count; index++)
        {
            var word = words[index];
            int first = Frame(word.FirstSeconds, energies.Length);
            if (index == 0)
            {
                start = Boundary(energies, threshold, Math.Max(0, first - MaxLeadFrames), first).NextStart;
            }
            int last = Math.Max(first, Frame(word.LastSeconds, energies.Length)) + MinTokenFrames;
            int told = Frame(word.EndSeconds, energies.Length);
            int end, nextStart;
            if (index + 1 < words.Count)
            {
                int next = Math.Max(last, Frame(words[index + 1].FirstSeconds, energies.Length));
                (end, nextStart) = Boundary(energies, threshold, last, next);
                nextStart = Math.Max(nextStart, next - MaxLeadFrames);
            }
            else
            {
                int limit = Math.Min(energies.Length, Math.Max(told, last + MaxTailFrames));
                end = FirstQuiet(energies, threshold, Math.Min(last, limit), limit);
                nextStart = end;
            }
            end = Math.Clamp(Math.Min(end, Math.Max(told, last + MaxTailFrames)), start + 1, Math.Max(start + 1, energies.Length));
            placed.Add(new HostedWord(word.Text, start * 10, end * 10, word.Confidence));
            start = Math.Max(start, nextStart);
        }
        return placed;
    }

    /// <summary>The boundary between a word that sounds until <paramref name="from"/> at least and one noticed at <paramref name="to"/>.</summary>
    private static (int End, int NextStart) Boundary(float[] energies, float threshold, int from, int to)
    {
        int reach = Math.Min(energies.Length, to + MaxLagFrames);
        int bestStart = -1, bestLength = 0;
        for (int frame = from; frame < Math.Min(to + 1, reach);)
        {
            int end = frame;
            while (end < reach && energies[end] <= threshold)
            {
                end++;
            }
            if (end - frame >= MinQuietFrames && end - frame > bestLength)
            {
                (bestStart, bestLength) = (frame, end - frame);
            }
            frame = end + 1;
        }
        if (bestStart >= 0)
        {
            // Quiet that reaches past every hope of a sound: the model was right and the sound is soft.
            int nextStart = bestStart + bestLength == reach && reach > to ? to : bestStart + bestLength;
            return (bestStart, nextStart);
        }
        int quietest = Math.Min(to, energies.Length - 1);
        for (int frame = Math.Max(from, to - RunningLeadFrames); frame < Math.Min(to, energies.Length); frame++)
        {
            if (energies[frame] < energies[quietest])
            {
                quietest = frame;
            }
        }
        quietest = Math.Max(0, quietest);
        return (quietest, quietest);
    }

    private static int FirstQuiet(float[] energies, float threshold, int from, int limit)
    {
        int quiet = 0;
        for (int frame = from; frame < limit; frame++)
        {
            quiet = energies[frame] <= threshold ? quiet + 1 : 0;
            if (quiet >= MinQuietFrames || (quiet > 0 && frame == limit - 1))
            {
                return frame + 1 - quiet;
            }
        }
        return limit;
    }

    private static int Frame(double seconds, int count) => Math.Clamp((int)Math.Round(seconds * 100), 0, Math.Max(0, count - 1));

    private static float[] Measure(ReadOnlySpan<short> samples)
    {
        var energies = new float[(samples.Length + FrameEnergy.SamplesPerFrame - 1) / FrameEnergy.SamplesPerFrame];
        for (int frame = 0; frame < energies.Length; frame++)
        {
            int start = frame * FrameEnergy.SamplesPerFrame;
            energies[frame] = FrameEnergy.Measure(samples[start..Math.Min(samples.Length, start + FrameEnergy.SamplesPerFrame)]);
        }
        return energies;
    }
}
