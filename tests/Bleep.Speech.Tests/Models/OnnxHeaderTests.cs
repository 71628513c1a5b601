using Bleep.Speech.Models;
using Bleep.Speech.Models.Files;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Models;

public sealed class OnnxHeaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_encoder_hasNotesAndShapes()
    {
        var header = OnnxHeader.Read(await EncoderAsync());

        Assert.Equal(8, header.IrVersion);
        Assert.Equal(41, header.Number("vocab_size"));
        Assert.Null(header.Number("url"));
        Assert.Equal(["audio_signal", "length"], header.Inputs.Select(input => input.Name));
        Assert.Equal([0, 128, 0], header.Inputs[0].Dimensions);
        Assert.Equal([0, 42, 0], header.Outputs[0].Dimensions);
    }

    [Fact]
    public async Task Read_cutAnywhere_isRefusedUnlessOnlyNotesAreLost()
    {
        var bytes = await File.ReadAllBytesAsync(await EncoderAsync(), Token);
        var whole = OnnxHeader.Read(await EncoderAsync());
        var path = Path.GetTempFileName();
        int refused = 0;
        try
        {
            for (int length = 0; length < bytes.Length; length++)
            {
                await File.WriteAllBytesAsync(path, bytes[..length], Token);
                try
                {
                    // The notes come last; a cut between two of them leaves a whole file.
                    Assert.Equal(whole.Outputs.Count, OnnxHeader.Read(path).Outputs.Count);
                }
                catch (InvalidDataException)
                {
                    refused++;
                }
            }
            Assert.InRange(refused, bytes.Length - 16, bytes.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Read_anyBytes_neverFailsOtherwise()
    {
        var random = new Random(3);
        var bytes = await File.ReadAllBytesAsync(await EncoderAsync(), Token);
        var path = Path.GetTempFileName();
        try
        {
            for (int round = 0; round < 300; round++)
            {
                var damaged = bytes.ToArray();
                for (int count = 0; count < 1 + (round % 8); count++)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }
                await File.WriteAllBytesAsync(path, damaged, Token);
                var error = Record.Exception(() => OnnxHeader.Read(path));
                Assert.True(error is null or InvalidDataException, $"{round}: {error}");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> EncoderAsync() =>
        new ModelStore(await ToneModels.DataFolderAsync()).Find("tone-tdt")!.PathOf("encoder");
}
