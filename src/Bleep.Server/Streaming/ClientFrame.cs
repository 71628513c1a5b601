namespace Bleep.Server.Streaming;

/// <summary>A whole message of a client.</summary>
/// <param name="IsText">True for text, false for sound.</param>
/// <param name="Content">Its bytes; good until the next message is read.</param>
internal readonly record struct ClientFrame(bool IsText, ReadOnlyMemory<byte> Content);
