using System.Diagnostics;

namespace Bleep.Cli.Output;

/// <summary>
/// What <c>--debug</c> prints on standard error: stages, counts, times and kinds of faults. Never a word of a transcript, a term of
/// the user's, or the message of a fault, which may quote what was being read.
/// </summary>
internal sealed class DebugLog
{
    private static readonly Stopwatch s_clock = Stopwatch.StartNew();

    /// <summary>The log of this run; silent until switched on.</summary>
    public static DebugLog Current { get; } = new();

    public bool IsOn { get; set; }

    public void Write(string message)
    {
        if (IsOn)
        {
            Console.Error.WriteLine($"debug {s_clock.Elapsed.TotalSeconds,8:F3} {ErrorLine.Clean(message)}");
        }
    }

    /// <summary>Says where in the program a fault came from.</summary>
    public void Fault(Exception exception)
    {
        for (Exception? current = exception; current is not null && IsOn; current = current.InnerException)
        {
            Write($"fault {current.GetType().FullName}");
            foreach (var frame in new StackTrace(current, fNeedFileInfo: false).GetFrames())
            {
                if (DiagnosticMethodInfo.Create(frame) is { } method)
                {
                    Write($"  at {method.DeclaringTypeName}.{method.Name}");
                }
            }
        }
    }
}
