using System.Diagnostics;
using System.Text.Json;
using Bleep.Benchmarks.Texts;

namespace Bleep.Benchmarks.Peers;

/// <summary>Runs the other tools in one Node.js process.</summary>
internal static class PeerProcess
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Measures all of them.</summary>
    /// <param name="folder">The folder of the script, its packages installed.</param>
    /// <param name="texts">What to run over.</param>
    /// <param name="judged">The text whose findings are wanted.</param>
    /// <param name="seconds">Least processor time of each measurement.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    /// <exception cref="InvalidOperationException">The process failed; its own message went to standard error.</exception>
    public static async Task<IReadOnlyList<PeerResult>> RunAsync(
        string folder, IReadOnlyList<BenchmarkText> texts, BenchmarkText judged, double seconds, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", ["measure.mjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Node.js did not start.");
        try
        {
            var input = new
            {
                seconds,
                texts = texts.Select(text => new { name = text.Name, documents = text.Documents.Select(turns => turns.Select(turn => turn.Text)) }),
                judged = judged.Name,
            };
            var output = JsonSerializer.DeserializeAsync<List<PeerResult>>(process.StandardOutput.BaseStream, _json, cancellationToken);
            await JsonSerializer.SerializeAsync(process.StandardInput.BaseStream, input, _json, cancellationToken);
            process.StandardInput.Close();
            return await output ?? [];
        }
        catch (JsonException)
        {
            throw new InvalidOperationException("The other tools failed; are they installed? (npm ci in bench/peers)");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
