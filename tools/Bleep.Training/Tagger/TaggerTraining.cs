using System.Globalization;
using Bleep.Pii.Languages;
using Bleep.Pii.Tagging;

namespace Bleep.Training.Tagger;

/// <summary>The whole training, from documents to weights.</summary>
internal static class TaggerTraining
{
    /// <summary>Trains a model.</summary>
    /// <param name="training">What to learn from.</param>
    /// <param name="development">What to calibrate on.</param>
    /// <param name="language">Language pack.</param>
    /// <param name="options">How to train.</param>
    /// <param name="swapShare">Share of the names that are changed for others in a second copy of each document.</param>
    /// <param name="report">Told what happens.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static TaggerModel Run(
        IReadOnlyList<LabelledDocument> training, IReadOnlyList<LabelledDocument> development, string language, TrainingOptions options,
        double swapShare, Action<string> report, CancellationToken cancellationToken)
    {
        var builder = new ChainBuilder(LanguagePack.For(language));
        var swapper = new NameSwapper(language);
        var random = new SplitMix((ulong)options.Seed ^ 0xA5A5A5A5);
        var chains = new List<TokenChain>();
        foreach (var document in training)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chains.AddRange(builder.Build(document));
            chains.AddRange(builder.Build(swapper.Swap(document, swapShare, ref random)));
        }
        var features = new FeatureTable(chains, options.MinCount);
        report(string.Create(CultureInfo.InvariantCulture, $"{chains.Sum(chain => chain.Count)} tokens in {chains.Count} turns, {features.Count} features"));
        var trainer = new ChainTrainer(features.Count, options);
        trainer.Train(chains, (epoch, loss) => report(string.Create(CultureInfo.InvariantCulture, $"pass {epoch}: {100 * loss:F2} % of the probability wrong")), cancellationToken);
        var model = TaggerQuantizer.Quantize(features.Numbers, trainer.Weights, trainer.Links, options.Rows, out int stored);
        report(string.Create(CultureInfo.InvariantCulture, $"{stored} features stored"));
        var calibration = new TaggerScorer(builder, model).Calibrate(development);
        report(string.Create(CultureInfo.InvariantCulture, $"calibration: written {calibration.Written.Slope:F3} {calibration.Written.Offset:F3}, spoken {calibration.Spoken.Slope:F3} {calibration.Spoken.Offset:F3}"));
        return model.With(calibration);
    }
}
