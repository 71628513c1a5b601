using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics;

namespace Bleep.Speech.PocketSphinx;

/// <summary>
/// Guesses how a word is said that no dictionary has, with the rules of the speech synthesiser flite where it is installed. The word goes in
/// through a pipe: an argument would show it to other users of the machine.
/// </summary>
internal static class LetterToSound
{
    /// <summary>The phones of the model.</summary>
    private static readonly FrozenSet<string> Phones = FrozenSet.Create(
        "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH", "IH", "IY", "JH", "K", "L", "M", "N", "NG", "OW",
        "OY", "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y", "Z", "ZH");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Phones of a word in the notation of the model, blank-separated, or null when it cannot be guessed.</summary>
    /// <param name="word">Letters and apostrophes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<string?> PronounceAsync(string word, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("flite", ["-voice", "kal16", "-ps", "-o", "/dev/null", "-f", "/dev/stdin"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start);
            if (process is null)
            {
                return null;
            }
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            try
            {
                var printed = process.StandardOutput.ReadToEndAsync(limit.Token);
                var ignored = process.StandardError.ReadToEndAsync(limit.Token);
                await process.StandardInput.WriteLineAsync(word.AsMemory(), limit.Token);
                process.StandardInput.Close();
                await process.WaitForExitAsync(limit.Token);
                await ignored;
                return process.ExitCode == 0 ? ToPhones(await printed) : null;
            }
            catch
            {
                process.Kill();
                throw;
            }
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            // Not installed, or it broke: the word stays unknown.
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Turns flite's phones into those of the model: no pauses, one name for the neutral vowel, upper case.</summary>
    internal static string? ToPhones(string printed)
    {
        var phones = printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(phone => phone != "pau")
            .Select(phone => phone is "ax" ? "AH" : phone.ToUpperInvariant())
            .ToList();
        return phones.Count > 0 && phones.TrueForAll(Phones.Contains) ? string.Join(' ', phones) : null;
    }
}
