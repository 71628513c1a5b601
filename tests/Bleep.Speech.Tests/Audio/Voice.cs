using System.Diagnostics;

namespace Bleep.Speech.Tests.Audio;

/// <summary>Real synthesised speech, made when a test needs it.</summary>
internal static class Voice
{
    /// <summary>Says a text with flite's male voice, which is recognised best.</summary>
    public static Task<short[]> CallerAsync(string text) => FliteAsync("rms", text);

    /// <summary>Says a text with one of flite's voices.</summary>
    public static async Task<short[]> FliteAsync(string voice, string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            await RunAsync("flite", ["-voice", voice, "-t", text, "-o", file], null);
            return Wave.Read(await File.ReadAllBytesAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Says a text with festival's female voice and tells when each word was said.</summary>
    public static async Task<(short[] Samples, IReadOnlyList<(string Text, double Start, double End)> Words)> AgentAsync(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            var script = $"""
                (voice_cmu_us_slt_arctic_hts)
                (set! utt (utt.synth (Utterance Text "{text}")))
                (utt.wave.resample utt 16000)
                (utt.save.wave utt "{file}" 'riff)
                (mapcar (lambda (w) (format t "%s %f %f\n" (item.name w) (item.feat w "word_start") (item.feat w "word_end")))
                  (utt.relation.items utt 'Word))
                """;
            var printed = await RunAsync("festival", ["--pipe"], script);
            var words = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Where(parts => parts.Length == 3)
                .Select(parts => (parts[0], double.Parse(parts[1]), double.Parse(parts[2])))
                .ToList();
            return (Wave.Read(await File.ReadAllBytesAsync(file)), words);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string? input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return printed;
    }
}
