using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Hosting;

/// <summary>A live utterance inside an engine host.</summary>
internal interface IHostedUtterance : IDisposable
{
    /// <summary>Listens to the next samples.</summary>
    /// <param name="samples">16 kHz mono.</param>
    void Accept(ReadOnlySpan<short> samples);

    /// <summary>What was heard so far; later calls may tell otherwise.</summary>
    IReadOnlyList<HostedWord> Partial();

    /// <summary>Ends the utterance.</summary>
    /// <param name="step">A sign of life, as in <see cref="IHostedEngine.RecognizeAsync"/>.</param>
    /// <param name="cancellationToken">Cancelled when the host has to end.</param>
    ValueTask<WordsMessage> FinishAsync(Func<ValueTask> step, CancellationToken cancellationToken);
}
