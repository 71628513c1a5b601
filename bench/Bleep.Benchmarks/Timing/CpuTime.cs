using System.Diagnostics;

namespace Bleep.Benchmarks.Timing;

/// <summary>
/// Measures work by the processor time of this process, garbage collection included: what other programs do on the machine disturbs
/// it far less than a clock on the wall.
/// </summary>
internal static class CpuTime
{
    /// <summary>Repeats a piece of work until it took long enough to be measured.</summary>
    /// <param name="least">Least processor time of all repetitions together.</param>
    /// <param name="work">The work; it runs for half of that time before anything is measured, so that it is compiled in full.</param>
    /// <returns>Processor time and allocated bytes of one repetition.</returns>
    public static (TimeSpan Time, long Bytes) Measure(TimeSpan least, Action work)
    {
        var start = Now();
        do
        {
            work();
        }
        while (Now() - start < least / 2);
        GC.Collect();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        start = Now();
        int rounds = 0;
        TimeSpan spent;
        do
        {
            work();
            rounds++;
            spent = Now() - start;
        }
        while (spent < least);
        return (spent / rounds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / rounds);
    }

    private static TimeSpan Now()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
