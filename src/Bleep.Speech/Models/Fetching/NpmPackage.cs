using System.ComponentModel;
using System.Diagnostics;

namespace Bleep.Speech.Models.Fetching;

/// <summary>Fetches a package through the user's own npm, with the registry, proxy and certificates that are set up there.</summary>
internal static class NpmPackage
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>Fetches the archive of a package.</summary>
    /// <param name="name">Name of the package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="folder">An empty folder for it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Path of the archive, or null when npm is not there or cannot get it.</returns>
    public static async Task<string?> TryPackAsync(string name, string version, string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        string[] arguments = ["pack", $"{name}@{version}", "--silent", "--pack-destination", "."];
        // On Windows npm is a script, which only the command interpreter runs.
        var info = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments]) : new ProcessStartInfo("npm", arguments);
        info.WorkingDirectory = folder;
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        Process process;
        try
        {
            process = Process.Start(info)!;
        }
        catch (Win32Exception)
        {
            return null;
        }
        using (process)
        {
            using var patience = new CancellationTokenSource(s_patience, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            try
            {
                process.StandardInput.Close();
                await Task.WhenAll(
                    process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, stop.Token),
                    process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop.Token));
                await process.WaitForExitAsync(stop.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                    await process.WaitForExitAsync(CancellationToken.None);
                }
            }
            return process.ExitCode == 0 ? Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault() : null;
        }
    }
}
