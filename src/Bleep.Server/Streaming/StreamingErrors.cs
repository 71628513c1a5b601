namespace Bleep.Server.Streaming;

/// <summary>Codes with which sessions end before their time, as AssemblyAI's streaming interface has them.</summary>
internal static class StreamingErrors
{
    /// <summary>No key or token, or a wrong one.</summary>
    public const int Unauthorized = 1008;

    /// <summary>The server's fault.</summary>
    public const int Server = 3005;

    /// <summary>A parameter or message that cannot be understood, or silence of the client.</summary>
    public const int Input = 3006;

    /// <summary>A piece of audio that is too long.</summary>
    public const int ChunkDuration = 3007;

    /// <summary>The session lasted as long as it may.</summary>
    public const int TooLong = 3008;

    /// <summary>There are as many sessions as the server takes.</summary>
    public const int TooMany = 3009;
}
