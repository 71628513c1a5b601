namespace Bleep.Media.Tests;

/// <summary>Compares two decoded recordings in time.</summary>
internal static class Alignment
{
    /// <summary>Finds how many samples the second recording lags, by correlation of a stretch.</summary>
    public static (int Lag, double Likeness) Find(short[] before, short[] after, int from, int to)
    {
        const int Reach = 320;
        int best = 0;
        double bestLikeness = double.MinValue;
        for (int lag = -Reach; lag <= Reach; lag++)
        {
            double product = 0, left = 0, right = 0;
            for (int index = from; index < Math.Min(to, before.Length); index++)
            {
                int other = index + lag;
                double a = before[index], b = other < after.Length ? after[other] : 0;
                product += a * b;
                left += a * a;
                right += b * b;
            }
            double likeness = product / Math.Sqrt((left * right) + 1);
            if (likeness > bestLikeness)
            {
                (best, bestLikeness) = (lag, likeness);
            }
        }
        return (best, bestLikeness);
    }

    /// <summary>The longest quiet stretch.</summary>
    public static (int From, int To) LongestQuiet(short[] sound, int from, int to, int threshold = 150)
    {
        (int From, int To) best = (0, 0);
        int start = from;
        for (int index = from; index <= Math.Min(to, sound.Length); index++)
        {
            if (index == Math.Min(to, sound.Length) || Math.Abs((int)sound[index]) > threshold)
            {
                if (index - start > best.To - best.From)
                {
                    best = (start, index);
                }
                start = index + 1;
            }
        }
        return best;
    }
}
