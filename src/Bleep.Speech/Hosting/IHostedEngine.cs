using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Hosting;

/// <summary>
/// A recogniser as it runs inside an engine host. One job at a time; native code may block the calling thread, as nothing else
/// happens in the process. Failures of the engine's own are <see cref="SpeechException"/>s.
/// </summary>
internal interface IHostedEngine : IDisposable
{
    /// <summary>Recognises a piece of a recording.</summary>
    /// <param name="samples">All its samples, 16 kHz mono.</param>
    /// <param name="job">Language and terms.</param>
    /// <param name="step">To be called after each part of the work that takes long: a sign of life.</param>
    /// <param name="cancellationToken">Cancelled when the host has to end.</param>
    ValueTask<WordsMessage> RecognizeAsync(
        ReadOnlyMemory<short> samples, JobMessage job, Func<ValueTask> step, CancellationToken cancellationToken);

    /// <summary>Begins a live utterance; the one before has been disposed.</summary>
    /// <param name="job">Language and terms.</param>
    IHostedUtterance BeginUtterance(JobMessage job);
}
