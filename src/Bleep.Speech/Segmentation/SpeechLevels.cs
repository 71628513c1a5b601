namespace Bleep.Speech.Segmentation;

/// <summary>How loud noise and speech are in a stretch of audio.</summary>
/// <param name="Threshold">Energy over which a frame counts as sound, in decibels.</param>
/// <param name="Range">From noise to speech, in decibels; small where there is nothing but steady noise.</param>
internal readonly record struct SpeechLevels(float Threshold, float Range)
{
    /// <summary>Share of the way from noise (5th percentile) to speech (95th) at which sound begins.</summary>
    private const float RangeShare = 0.3f;

    /// <summary>Sound begins at least this far over the noise, in decibels.</summary>
    private const float MinOverNoise = 4;

    /// <summary>How far digital silence is taken to be under the quietest sound, in decibels.</summary>
    private const float UnderNoise = 10;

    /// <summary>
    /// Measures the levels. Digital silence says little about the noise under speech: it counts as a little quieter than the quietest
    /// sound, so that noise is still told from speech, and sound from nothing at all.
    /// </summary>
    /// <param name="history">Energies of frames before, which help; may be empty.</param>
    /// <param name="energies">Energies of frames.</param>
    /// <returns>The levels, or null when all is digital silence.</returns>
    public static SpeechLevels? Measure(ReadOnlySpan<float> history, ReadOnlySpan<float> energies)
    {
        var sounding = new float[history.Length + energies.Length];
        int count = CopySounding(energies, sounding, CopySounding(history, sounding, 0));
        if (count == 0)
        {
            return null;
        }
        int silent = sounding.Length - count;
        Array.Sort(sounding, 0, count);
        float silence = sounding[(int)((count - 1) * 0.05)] - UnderNoise;
        float low = At(0.05), high = At(0.95);
        return new SpeechLevels(low + Math.Max(MinOverNoise, RangeShare * (high - low)), high - low);

        float At(double share)
        {
            int index = (int)((sounding.Length - 1) * share);
            return index < silent ? silence : sounding[index - silent];
        }
    }

    private static int CopySounding(ReadOnlySpan<float> energies, float[] target, int count)
    {
        foreach (float energy in energies)
        {
            if (energy > FrameEnergy.Silence)
            {
                target[count++] = energy;
            }
        }
        return count;
    }
}
