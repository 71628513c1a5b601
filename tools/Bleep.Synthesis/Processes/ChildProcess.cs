using System.ComponentModel;
using System.Diagnostics;

namespace Bleep.Synthesis.Processes;

/// <summary>Runs a tool to its end and keeps what it prints, within bounds.</summary>
internal static class ChildProcess
{
    private const int LongestOutput = 16 * 1024 * 1024;

    /// <summary>Runs a tool without a shell and without input.</summary>
    /// <param name="file">The tool's name or path.</param>
    /// <param name="arguments">Its arguments, one by one.</param>
    /// <param name="cancellationToken">Ends the tool and all that it started.</param>
    /// <returns>The exit code and both outputs, each cut at 16 MB.</returns>
    /// <exception cref="FileNotFoundException">There is no such tool.</exception>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string file, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new FileNotFoundException($"The tool '{file}' could not be started.", file, exception);
        }
        process.StandardInput.Close();
        try
        {
            var output = ReadAsync(process.StandardOutput, cancellationToken);
            var errors = ReadAsync(process.StandardError, cancellationToken);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var kept = new System.Text.StringBuilder();
        char[] buffer = new char[8192];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Append(buffer, 0, Math.Min(count, LongestOutput - kept.Length));
        }
        return kept.ToString();
    }
}
