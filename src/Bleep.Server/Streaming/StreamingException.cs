namespace Bleep.Server.Streaming;

/// <summary>Ends a session with an Error message and a close code; see <see cref="StreamingErrors"/>.</summary>
/// <param name="code">The code of both.</param>
/// <param name="message">What is wrong; holds nothing that the client sent.</param>
internal sealed class StreamingException(int code, string message) : Exception(message)
{
    /// <summary>The code.</summary>
    public int Code => code;
}
