namespace Bleep.Cli;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>Everything asked for is done.</summary>
    public const int Done = 0;

    /// <summary>Some input failed; the others are done.</summary>
    public const int InputFailed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>The machine lacks something.</summary>
    public const int MachineLacks = 3;

    /// <summary><c>verify</c> found a leak.</summary>
    public const int LeakFound = 4;

    /// <summary><c>verify</c> could not judge.</summary>
    public const int CannotJudge = 5;

    /// <summary>Stopped by Ctrl-C, as shells expect it.</summary>
    public const int Interrupted = 130;
}
