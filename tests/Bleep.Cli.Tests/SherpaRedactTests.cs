using System.Buffers.Binary;
using System.Text.Json;
using Bleep.Testing;
using Bleep.Testing.Sound;
using Bleep.Testing.Speech;

namespace Bleep.Cli.Tests;

/// <summary>The whole way with sherpa-onnx's real library, on speech whose times are known to the sample.</summary>
public sealed class SherpaRedactTests : IDisposable
{
    private const int Rate = 16_000;

    private static readonly string[] s_lines =
    [
        "thank you for calling may i have your full name please", "my name is john lowery", "and your phone number please",
        "it is 610-265-1714", "thank you have a good day",
    ];

    private static readonly string[] s_private = ["john", "lowery", "610-265-1714"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tone-tdt")]
    [InlineData("tone-nemo-ctc")]
    [InlineData("tone-online-transducer")]
    public async Task Redact_tone_call_masks_the_private_samples_and_no_others(string model)
    {
        var said = ToneLanguage.Say(s_lines, pauseMs: 900);
        string call = _folder.Write("call.wav", WavBytes.Of(said.Samples));

        var run = await BleepCli.RunAsync(
            "redact", call, "--engine", "sherpa-onnx", "--model", model, "--data", await ToneModels.DataFolderAsync(), "--format", "wav", "--audio", "silence");

        Assert.True(run.ExitCode == 0, run.Error);
        var result = ReadSamples("call.redacted.wav");
        Assert.Equal(said.Samples.Length, result.Length);
        foreach (var word in said.Words)
        {
            var range = (int)(word.Start.TotalSeconds * Rate)..(int)(word.End.TotalSeconds * Rate);
            if (s_private.Contains(word.Text))
            {
                Assert.True(result[range].All(sample => sample == 0), $"'{word.Text}' can be heard");
            }
            else
            {
                Assert.True(result[range].SequenceEqual(said.Samples[range]), $"'{word.Text}' was changed");
            }
        }
        string text = await File.ReadAllTextAsync(_folder["call.redacted.txt"], TestContext.Current.CancellationToken);
        Assert.DoesNotContain("owery", text, StringComparison.Ordinal);
        Assert.DoesNotContain("265", text, StringComparison.Ordinal);
        using var audit = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder["call.audit.json"], TestContext.Current.CancellationToken));
        Assert.Contains("sherpa-onnx", audit.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redact_model_that_is_not_installed_names_the_command_that_installs_it()
    {
        string call = _folder.Write("call.wav", WavBytes.Of(WavBytes.Bursts(1)));

        var run = await BleepCli.RunAsync("redact", call, "--engine", "sherpa-onnx", "--model", "parakeet-tdt-0.6b-v3", "--data", _folder["nothing"]);

        Assert.Equal(3, run.ExitCode);
        Assert.EndsWith("run: bleep models pull parakeet-tdt-0.6b-v3", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--engine", "openai")]
    [InlineData("--engine-url", "host:80")]
    public async Task Redact_server_without_a_usable_address_is_a_usage_error(string option, string value)
    {
        string call = _folder.Write("call.wav", WavBytes.Of(WavBytes.Bursts(1)));

        var run = await BleepCli.RunAsync("redact", call, option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--engine-url", run.Error, StringComparison.Ordinal);
    }

    private short[] ReadSamples(string name)
    {
        byte[] file = File.ReadAllBytes(_folder[name]);
        int data = file.AsSpan().IndexOf("data"u8) + 8;
        var samples = new short[(file.Length - data) / 2];
        for (int index = 0; index < samples.Length; index++)
        {
            samples[index] = BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(data + (index * 2)));
        }
        return samples;
    }
}
