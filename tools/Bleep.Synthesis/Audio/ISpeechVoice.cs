using Bleep.Synthesis.Records;

namespace Bleep.Synthesis.Audio;

/// <summary>A voice that speaks turns and knows when each word was said.</summary>
public interface ISpeechVoice
{
    /// <summary>The voice's name, for truth files.</summary>
    string Name { get; }

    /// <summary>Speaks turns, one utterance a turn.</summary>
    /// <param name="turns">The words of each turn; no turn may be empty.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>As many utterances as turns.</returns>
    /// <exception cref="VoiceMissingException">The voice is not installed.</exception>
    Task<IReadOnlyList<SpokenUtterance>> SpeakAsync(
        IReadOnlyList<IReadOnlyList<CallWord>> turns, CancellationToken cancellationToken = default);
}
