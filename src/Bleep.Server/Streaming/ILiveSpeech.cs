using Bleep.Speech;

namespace Bleep.Server.Streaming;

/// <summary>The engine for live audio.</summary>
internal interface ILiveSpeech
{
    /// <summary>Recognises live audio; null when the server's engine takes none.</summary>
    IStreamingRecognizer? Recognizer { get; }
}
