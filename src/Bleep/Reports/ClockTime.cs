namespace Bleep.Reports;

/// <summary>Writes times of a recording for readers.</summary>
internal static class ClockTime
{
    /// <summary>Minutes and seconds, hours where needed: <c>1:05</c>.</summary>
    public static string Format(TimeSpan time) => time.TotalHours >= 1
        ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}"
        : $"{time.Minutes}:{time.Seconds:00}";

    /// <summary>The same with tenths: <c>1:05.3</c>.</summary>
    public static string FormatExact(TimeSpan time) => $"{Format(time)}.{time.Milliseconds / 100}";
}
