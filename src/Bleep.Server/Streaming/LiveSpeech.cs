using Bleep.Server.Jobs;
using Bleep.Speech;

namespace Bleep.Server.Streaming;

/// <summary>The server's engine.</summary>
/// <param name="speech">Chose it.</param>
internal sealed class LiveSpeech(SpeechService speech) : ILiveSpeech
{
    /// <inheritdoc/>
    public IStreamingRecognizer? Recognizer => speech.LiveRecognizer;
}
