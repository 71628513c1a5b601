using System.Buffers.Binary;
using System.Globalization;
using Bleep.Testing;
using Bleep.Testing.Http;
using Bleep.Testing.Sound;
using Microsoft.AspNetCore.Http;

namespace Bleep.Cli.Tests;

/// <summary>The whole way with a server that has OpenAI's interface.</summary>
public sealed class ServerRedactTests : IDisposable
{
    private const int Rate = 16_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Redact_words_of_a_server_masks_them_where_they_are_in_the_recording()
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        short[] samples = [.. new short[2 * Rate], .. WavBytes.Bursts(4), .. new short[Rate]];
        string call = _folder.Write("call.wav", WavBytes.Of(samples));

        var run = await BleepCli.RunAsync(
            "redact", call, "--engine", "openai", "--engine-url", server.Address.AbsoluteUri, "--format", "wav", "--audio", "silence");

        Assert.True(run.ExitCode == 0, run.Error);
        var masked = Samples("call.redacted.wav");
        // 'John Lowery' is said from 1.5 s to 2.5 s after the sound begins, which is at 2 s.
        Assert.False(masked.AsSpan((int)(3.5 * Rate)..(int)(4.5 * Rate)).ContainsAnyExcept((short)0));
        Assert.True(masked.AsSpan(..(int)(3.4 * Rate)).SequenceEqual(samples.AsSpan(..(int)(3.4 * Rate))));
        Assert.True(masked.AsSpan((int)(4.6 * Rate)..).SequenceEqual(samples.AsSpan((int)(4.6 * Rate)..)));
        Assert.DoesNotContain("Lowery", await File.ReadAllTextAsync(_folder["call.redacted.txt"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redact_server_that_refuses_is_one_clear_line_and_no_output()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        string call = _folder.Write("call.wav", WavBytes.Of(WavBytes.Bursts(2)));

        var run = await BleepCli.RunAsync("redact", call, "--engine", "openai", "--engine-url", server.Address.AbsoluteUri);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("refuses the key (401); set BLEEP_OPENAI_KEY", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(["call.wav"], _folder.Entries);
    }

    /// <summary>Says a name at fixed times after the first sound of the piece.</summary>
    private static async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        using var content = new MemoryStream();
        await form.Files[0].CopyToAsync(content);
        var piece = Read(content.ToArray());
        double begin = Array.FindIndex(piece, sample => sample != 0) / (double)Rate;
        string At(double seconds) => (begin + seconds).ToString("F3", CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(
            $$"""
            {"text":"My name is John Lowery.","words":[{"word":"My","start":{{At(0)}},"end":{{At(0.4)}}},{"word":"name","start":{{At(0.4)}},"end":{{At(0.9)}}},
             {"word":"is","start":{{At(0.9)}},"end":{{At(1.2)}}},{"word":"John","start":{{At(1.5)}},"end":{{At(1.9)}}},{"word":"Lowery","start":{{At(1.9)}},"end":{{At(2.5)}}}]}
            """);
    }

    private short[] Samples(string name) => Read(File.ReadAllBytes(_folder[name]));

    private static short[] Read(byte[] file)
    {
        int data = file.AsSpan().IndexOf("data"u8) + 8;
        var samples = new short[(file.Length - data) / 2];
        for (int index = 0; index < samples.Length; index++)
        {
            samples[index] = BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(data + (index * 2)));
        }
        return samples;
    }
}
