namespace Bleep.Cli;

/// <summary>An end that the user can do something about: one line on standard error and an exit code.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="message">What, which file, what to do next; never content of a file.</param>
internal sealed class CommandFailure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>A failure of one input.</summary>
    public static CommandFailure Input(string message) => new(ExitCodes.InputFailed, message);

    /// <summary>A wrong command line.</summary>
    public static CommandFailure Usage(string message) => new(ExitCodes.WrongUsage, message);
}
