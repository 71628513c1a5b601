namespace Bleep.Server.Streaming;

/// <summary>Nobody is at the other end of the socket any more, or nobody who reads.</summary>
internal sealed class ClientGoneException(Exception? inner = null) : Exception("the client is gone", inner);
