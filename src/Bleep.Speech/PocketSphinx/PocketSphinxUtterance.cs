using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.PocketSphinx;

/// <summary>A live utterance of PocketSphinx.</summary>
internal sealed class PocketSphinxUtterance : IHostedUtterance
{
    /// <summary>The decoder weighs words only when the utterance is over.</summary>
    private const double UnknownConfidence = 0.5;

    private readonly SphinxDecoder _decoder;
    private readonly Refine _refine;
    private readonly List<short> _samples = [];
    private bool _isOver;

    /// <summary>Begins the utterance.</summary>
    /// <param name="decoder">The general decoder; not used for anything else until the utterance is disposed.</param>
    /// <param name="refine">The passes over the whole utterance.</param>
    public PocketSphinxUtterance(SphinxDecoder decoder, Refine refine)
    {
        _decoder = decoder;
        _refine = refine;
        decoder.Begin();
    }

    /// <summary>Listens again to a whole utterance.</summary>
    internal delegate ValueTask<WordsMessage> Refine(
        ReadOnlyMemory<short> samples, List<HostedWord> words, Func<ValueTask> step, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Accept(ReadOnlySpan<short> samples)
    {
        _samples.AddRange(samples);
        _decoder.Accept(samples);
    }

    /// <inheritdoc/>
    public IReadOnlyList<HostedWord> Partial() =>
        [.. SphinxWords.Of(_decoder.Segments()).Select(word => word with { Confidence = UnknownConfidence })];

    /// <inheritdoc/>
    public async ValueTask<WordsMessage> FinishAsync(Func<ValueTask> step, CancellationToken cancellationToken)
    {
        _isOver = true;
        _decoder.End();
        var words = SphinxWords.Of(_decoder.Segments());
        await step();
        return await _refine(_samples.ToArray(), words, step, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            _decoder.End();
        }
    }
}
