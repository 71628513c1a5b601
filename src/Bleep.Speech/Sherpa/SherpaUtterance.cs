using System.Runtime.InteropServices;
using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Sherpa;

/// <summary>A live utterance of sherpa-onnx. Keeps its audio, in which the boundaries of words are found.</summary>
/// <param name="stream">The stream; owned.</param>
/// <param name="toMessage">Makes words of what was heard.</param>
internal sealed class SherpaUtterance(OnlineStream stream, SherpaUtterance.ToMessage toMessage) : IHostedUtterance
{
    private readonly List<short> _samples = [];

    /// <summary>Makes words of what was heard.</summary>
    internal delegate WordsMessage ToMessage(HeardSpeech heard, ReadOnlySpan<short> samples);

    /// <inheritdoc/>
    public void Accept(ReadOnlySpan<short> samples)
    {
        _samples.AddRange(samples);
        stream.Accept(samples);
    }

    /// <inheritdoc/>
    public IReadOnlyList<HostedWord> Partial() => toMessage(stream.Hear(), CollectionsMarshal.AsSpan(_samples)).Words;

    /// <inheritdoc/>
    public async ValueTask<WordsMessage> FinishAsync(Func<ValueTask> step, CancellationToken cancellationToken)
    {
        var heard = stream.Finish();
        await step();
        return toMessage(heard, CollectionsMarshal.AsSpan(_samples));
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
