using System.Diagnostics;
using System.Globalization;

namespace Bleep.Pii.Tests.Detection;

/// <summary>Processor time of the current thread, which other tests and programs hardly disturb; the clock where the system tells no such time.</summary>
internal static class ThreadTime
{
    private const string Schedule = "/proc/thread-self/schedstat";

    /// <summary>Processor time that a piece of work takes.</summary>
    public static TimeSpan Of(Action work)
    {
        var start = Now();
        work();
        return Now() - start;
    }

    // The first figure of the file counts nanoseconds on a processor.
    private static TimeSpan Now() => File.Exists(Schedule)
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Schedule).Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0)
        : TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);
}
