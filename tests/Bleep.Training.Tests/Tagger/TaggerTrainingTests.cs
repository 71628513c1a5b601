using System.Numerics;
using System.Runtime.Intrinsics;
using Bleep.Pii.Tagging;
using Bleep.Training.Tagger;

namespace Bleep.Training.Tests.Tagger;

public sealed class TaggerTrainingTests
{
    private static readonly TrainingOptions s_options = new() { Epochs = 4, MinCount = 1, Rows = 1 << 14 };

    [Fact]
    public void Run_sameSeed_givesSameBytes()
    {
        Assert.Equal(Bytes(Train(s_options)), Bytes(Train(s_options)));
    }

    [Fact]
    public void Run_otherSeed_givesOtherBytes()
    {
        Assert.NotEqual(Bytes(Train(s_options)), Bytes(Train(s_options with { Seed = 2 })));
    }

    [Fact]
    public void Run_fewSentences_learnsThem()
    {
        var model = Train(s_options with { Epochs = 30 });
        var scores = new TaggerScorer(new ChainBuilder(Pii.Languages.LanguagePack.For("en")), model).Score([TinyCorpus.Document]);
        Assert.Equal(scores.GoldTokens, scores.CoveredTokens);
        Assert.Equal(0, scores.WrongTokens);
    }

    [Fact]
    public void Write_thenRead_givesSameModel()
    {
        byte[] bytes = Bytes(Train(s_options));
        Assert.Equal(bytes, Bytes(TaggerModel.Read(new MemoryStream(bytes))));
    }

    [Fact]
    public void Read_otherData_throws()
    {
        Assert.Throws<InvalidDataException>(() => TaggerModel.Read(new MemoryStream(new byte[4096])));
        Assert.Throws<EndOfStreamException>(() => TaggerModel.Read(new MemoryStream(new byte[10])));
    }

    [Fact]
    public void Quantize_anyWeights_scoresWithinHalfAStepAFeature()
    {
        var random = new SplitMix(7);
        var features = new Dictionary<uint, uint>();
        var weights = new List<Vector256<float>>();
        while (weights.Count < 500)
        {
            var row = Vector256<float>.Zero;
            for (int label = 0; label < TaggerLabels.Count; label++)
            {
                row = row.WithElement(label, (random.Below(2001) - 1000) / 500f);
            }
            if (features.TryAdd((uint)random.Next(), (uint)weights.Count))
            {
                weights.Add(row);
            }
        }
        const float Largest = 2f;
        const float Step = Largest / sbyte.MaxValue;
        var model = TaggerQuantizer.Quantize(features, weights, new float[TaggerLabels.Count * TaggerLabels.Lanes], 1 << 16, out int stored);
        Assert.Equal(weights.Count, stored);
        foreach (uint[] some in features.Keys.Chunk(25))
        {
            var exact = some.Aggregate(Vector256<float>.Zero, (sum, feature) => sum + weights[(int)features[feature]]);
            var error = Vector256.Abs(model.Score(some) - exact);
            Assert.True(Vector256.LessThanAll(error, Vector256.Create(some.Length * Step / 2 * 1.02f)), $"{error}");
        }
    }

    [Fact]
    public void Allowed_namesAndGaps_givesBeginInsideAndAny()
    {
        var document = new LabelledDocument("test", true, [new LabelledText("tell john lowery the code", [new(5, 16, 0), new(21, 25, LabelledRange.Unknown)])]);
        var context = new ChainBuilder(Pii.Languages.LanguagePack.For("en")).Read(document);
        int[] labels = [.. ChainBuilder.Allowed(context.Stream, 0, document.Turns[0].Ranges).Select(bits => bits == TaggerLabels.Any ? -1 : BitOperations.TrailingZeroCount(bits))];
        Assert.Equal([0, 1, 2, 0, -1], labels);
    }

    private static TaggerModel Train(TrainingOptions options) => TaggerTraining.Run(
        [TinyCorpus.Document], [TinyCorpus.Document], "en", options, 0.5, _ => { }, TestContext.Current.CancellationToken);

    private static byte[] Bytes(TaggerModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
