using System.Text;

namespace Bleep.Cli.Output;

/// <summary>One line on standard error. Control characters of a file name cannot break it or steer the terminal.</summary>
internal static class ErrorLine
{
    public static void Write(string message) => Console.Error.WriteLine($"bleep: {Clean(message)}");

    /// <summary>True when whoever read the output has gone, as <c>head</c> does.</summary>
    public static bool IsBrokenPipe(IOException exception) => exception.HResult == 32 || exception.Message.Contains("Broken pipe", StringComparison.Ordinal);

    internal static string Clean(string message)
    {
        if (!message.Any(char.IsControl))
        {
            return message;
        }
        var clean = new StringBuilder(message.Length);
        foreach (char unit in message)
        {
            clean.Append(char.IsControl(unit) ? ' ' : unit);
        }
        return clean.ToString();
    }
}
